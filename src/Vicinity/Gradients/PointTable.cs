using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Vicinity;

/// <summary>Parameters of the points as lanes read them: padded to a multiple of sixteen, with the neutral values where none are given.</summary>
internal sealed class PointTable
{
    private readonly float[] precision;
    private readonly float[] theta;
    private readonly float[] mass;
    private readonly float[] logMass;

    public PointTable(KernelParameters parameters, int count)
    {
        int padded = Coordinates.PaddedLength(count);
        precision = new float[padded];
        theta = new float[padded];
        mass = new float[padded];
        logMass = new float[padded];
        Exact = parameters;
        Set(parameters);
    }

    /// <summary>The parameters in double.</summary>
    public KernelParameters Exact { get; private set; }

    /// <summary>Takes other values for the same points.</summary>
    public void Set(KernelParameters parameters)
    {
        Exact = parameters;
        Fill(precision, parameters.Precision, 1);
        Fill(theta, parameters.Theta, 1);
        Fill(logMass, parameters.LogMass, 0);
        for (int i = 0; i < mass.Length; i++)
        {
            mass[i] = parameters.LogMass is null || i >= parameters.LogMass.Length ? 1 : (float)Math.Exp(parameters.LogMass[i]);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public PointLanes One(int i) => new(
        Lanes.Broadcast(precision[i]), Lanes.Broadcast(theta[i]), Lanes.Broadcast(mass[i]), Lanes.Broadcast(logMass[i]));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public PointLanes Sixteen(int j) => new(
        Lanes.Load(ref MemoryMarshal.GetArrayDataReference(precision), j),
        Lanes.Load(ref MemoryMarshal.GetArrayDataReference(theta), j),
        Lanes.Load(ref MemoryMarshal.GetArrayDataReference(mass), j),
        Lanes.Load(ref MemoryMarshal.GetArrayDataReference(logMass), j));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public unsafe PointLanes Gathered(int* places)
    {
        fixed (float* b = precision, t = theta, m = mass, l = logMass)
        {
            return new(Lanes.Gather(b, places), Lanes.Gather(t, places), Lanes.Gather(m, places), Lanes.Gather(l, places));
        }
    }

    private static void Fill(float[] padded, double[]? values, float neutral)
    {
        Array.Fill(padded, neutral);
        for (int i = 0; i < (values?.Length ?? 0); i++)
        {
            padded[i] = (float)values![i];
        }
    }
}
