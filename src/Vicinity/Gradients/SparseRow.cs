using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Vicinity;

/// <summary>The sums of one point over the pairs that have an affinity, sixteen at a time.</summary>
internal static unsafe class SparseRow<TDivergence, TKernel, TDimensions>
    where TDivergence : struct, IDivergence
    where TKernel : struct, IKernel
    where TDimensions : struct, IDimensions
{
    /// <summary>
    /// sum_j psi_ij v_ij (y_i - y_j) with v_ij = (a - 1)(p_ij + p_ji) - h_ij - h_ji: what a separable cost adds for the pairs of P.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static RowForce Force(TDivergence divergence, TKernel kernel, PairedAffinities p, Coordinates positions, int i, float exaggeration)
    {
        int dimensions = default(TDimensions).Count;
        int length = p.Columns(i).Length;
        ref float forward = ref MemoryMarshal.GetReference(p.Forward(i));
        ref float backward = ref MemoryMarshal.GetReference(p.Backward(i));
        Lanes extra = Lanes.Broadcast(exaggeration - 1);
        (Lanes sumX, Lanes sumY, Lanes sumZ) = (Lanes.Zero, Lanes.Zero, Lanes.Zero);
        fixed (float* axes = positions.All)
        fixed (int* columns = p.Columns(i))
        {
            for (int k = 0; k < length; k += Lanes.Count)
            {
                Lanes dx = Difference(axes, 0, positions.Stride, i, columns + k);
                Lanes dy = Difference(axes, 1, positions.Stride, i, columns + k);
                Lanes dz = Difference(axes, 2, positions.Stride, i, columns + k);
                Lanes there = Lanes.Load(ref forward, k);
                Lanes back = Lanes.Load(ref backward, k);
                Lanes h = divergence.Pull(there, Lanes.Zero, Lanes.Zero) + divergence.Pull(back, Lanes.Zero, Lanes.Zero);
                Lanes psi = kernel.Decay(LaneRow<TDimensions>.Squared(dx, dy, dz), Lanes.Zero);
                Lanes pull = psi * Lanes.FusedMultiplyAdd(extra, there + back, -h);
                sumX = Lanes.FusedMultiplyAdd(pull, dx, sumX);
                sumY = dimensions > 1 ? Lanes.FusedMultiplyAdd(pull, dy, sumY) : sumY;
                sumZ = dimensions > 2 ? Lanes.FusedMultiplyAdd(pull, dz, sumZ) : sumZ;
            }
        }

        return new() { X = sumX.Sum(), Y = sumY.Sum(), Z = sumZ.Sum() };
    }

    /// <summary>sum_j h_ij ln w_ij of a separable cost, in double: ln w and ln S nearly cancel where a map is wide.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static double LogWeight(TDivergence divergence, TKernel kernel, PairedAffinities p, Coordinates positions, int i)
    {
        ReadOnlySpan<int> columns = p.Columns(i);
        ReadOnlySpan<float> forward = p.Forward(i);
        ReadOnlySpan<float> axes = positions.All;
        double total = 0;
        for (int k = 0; k < columns.Length; k++)
        {
            double f = 0;
            for (int d = 0; d < default(TDimensions).Count; d++)
            {
                double difference = (double)axes[(d * positions.Stride) + i] - axes[(d * positions.Stride) + columns[k]];
                f += difference * difference;
            }

            total += divergence.Pull(forward[k], 1, 0) * kernel.LogWeight(f, 1);
        }

        return total;
    }

    /// <summary>y_i - y_j in one dimension, for sixteen points j.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Lanes Difference(float* axes, int dimension, int stride, int i, int* columns) => dimension < default(TDimensions).Count
        ? Lanes.Broadcast(axes[(dimension * stride) + i]) - Lanes.Gather(axes + (dimension * stride), columns)
        : Lanes.Zero;
}
