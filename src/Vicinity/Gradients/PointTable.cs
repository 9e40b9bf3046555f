using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Vicinity;

/// <summary>Parameters of the points as lanes read them: padded to a multiple of sixteen, with the neutral values where none are given.</summary>
internal sealed class PointTable
{
    private readonly float[] precision;
    private readonly float[] theta;
    private readonly float[] inverseTheta;
    private readonly float[] mass;
    private readonly float[] logMass;

    public PointTable(KernelParameters parameters, int count)
    {
        int padded = Coordinates.PaddedLength(count);
        precision = new float[padded];
        theta = new float[padded];
        inverseTheta = new float[padded];
        mass = new float[padded];
        logMass = new float[padded];
        Exact = parameters;
        Fill();
    }

    /// <summary>The parameters in double.</summary>
    public KernelParameters Exact { get; private set; }

    /// <summary>Takes other values for the same points; false if they are the same ones.</summary>
    public bool Set(KernelParameters parameters)
    {
        if (AreEqual(parameters.Theta, Exact.Theta) && AreEqual(parameters.Precision, Exact.Precision) && AreEqual(parameters.LogMass, Exact.LogMass))
        {
            return false;
        }

        Exact = parameters;
        Fill();
        return true;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public PointLanes One(int i) => new(
        Lanes.Broadcast(precision[i]), Lanes.Broadcast(theta[i]), Lanes.Broadcast(inverseTheta[i]), Lanes.Broadcast(mass[i]), Lanes.Broadcast(logMass[i]));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public PointLanes Sixteen(int j) => new(
        Lanes.Load(ref MemoryMarshal.GetArrayDataReference(precision), j),
        Lanes.Load(ref MemoryMarshal.GetArrayDataReference(theta), j),
        Lanes.Load(ref MemoryMarshal.GetArrayDataReference(inverseTheta), j),
        Lanes.Load(ref MemoryMarshal.GetArrayDataReference(mass), j),
        Lanes.Load(ref MemoryMarshal.GetArrayDataReference(logMass), j));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public unsafe PointLanes Gathered(int* places)
    {
        fixed (float* b = precision, t = theta, r = inverseTheta, m = mass, l = logMass)
        {
            bool isHeavy = Exact.LogMass is not null;
            return new(
                Exact.Precision is null ? Lanes.Broadcast(1) : Lanes.Gather(b, places),
                Exact.Theta is null ? Lanes.Broadcast(1) : Lanes.Gather(t, places),
                Exact.Theta is null ? Lanes.Broadcast(1) : Lanes.Gather(r, places),
                isHeavy ? Lanes.Gather(m, places) : Lanes.Broadcast(1),
                isHeavy ? Lanes.Gather(l, places) : Lanes.Zero);
        }
    }

    private void Fill()
    {
        Fill(precision, Exact.Precision, 1);
        Fill(theta, Exact.Theta, 1);
        Fill(logMass, Exact.LogMass, 0);
        for (int i = 0; i < theta.Length; i++)
        {
            inverseTheta[i] = 1 / theta[i];
        }

        for (int i = 0; i < mass.Length; i++)
        {
            mass[i] = Exact.LogMass is null || i >= Exact.LogMass.Length ? 1 : (float)Math.Exp(Exact.LogMass[i]);
        }
    }

    private static bool AreEqual(double[]? one, double[]? other) => one is null ? other is null : other is not null && one.AsSpan().SequenceEqual(other);

    private static void Fill(float[] padded, double[]? values, float neutral)
    {
        Array.Fill(padded, neutral);
        for (int i = 0; i < (values?.Length ?? 0); i++)
        {
            padded[i] = (float)values![i];
        }
    }
}
