using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Vicinity;

/// <summary>What lanes read of the normalisers, one number per point, padded to a multiple of sixteen.</summary>
internal sealed class PairState(int count)
{
    private const float SmallestWeight = 1e-28f;

    /// <summary>1 / S_i; pair-wise 1 / S; 0 for far rows, and in the padding.</summary>
    public float[] Inverses { get; } = new float[Coordinates.PaddedLength(count)];

    /// <summary>ln S_i; pair-wise ln S; 0 for far rows.</summary>
    public float[] Logarithms { get; } = new float[Coordinates.PaddedLength(count)];

    /// <summary>sum_j h_ij; pair-wise the sum over all pairs; 0 if nothing is normalised.</summary>
    public float[] PullSums { get; } = new float[Coordinates.PaddedLength(count)];

    /// <summary>The values of the sixteen points from j on.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes Sixteen(float[] values, int j) => Lanes.Load(ref MemoryMarshal.GetArrayDataReference(values), j);

    /// <summary>q = w / S; 0 where it is so small that it would be slow (subnormal) and adds nothing.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes Probability(Lanes weight, Lanes inverse) =>
        Lanes.Select(weight > Lanes.Broadcast(SmallestWeight), weight, Lanes.Zero) * inverse;

    public void Take(Normalizers normalizers)
    {
        for (int i = 0; i < count; i++)
        {
            Inverses[i] = (float)normalizers.Inverses[i];
            Logarithms[i] = Inverses[i] > 0 ? (float)normalizers.Logarithms[i] : 0;
        }
    }

    public void TakePulls(double[] pullSums)
    {
        for (int i = 0; i < count; i++)
        {
            PullSums[i] = (float)pullSums[i];
        }
    }
}
