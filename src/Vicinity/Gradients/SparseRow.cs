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
        ReadOnlySpan<int> columns = p.Columns(i);
        ref float forward = ref MemoryMarshal.GetReference(p.Forward(i));
        ref float backward = ref MemoryMarshal.GetReference(p.Backward(i));
        Lanes extra = Lanes.Broadcast(exaggeration - 1);
        Lanes sumX = Lanes.Zero;
        Lanes sumY = Lanes.Zero;
        Lanes sumZ = Lanes.Zero;
        fixed (float* axes = positions.All)
        fixed (int* places = columns)
        {
            float* axisY = axes + positions.Stride;
            float* axisZ = axisY + positions.Stride;
            Lanes x = Lanes.Broadcast(axes[i]);
            Lanes y = dimensions > 1 ? Lanes.Broadcast(axisY[i]) : Lanes.Zero;
            Lanes z = dimensions > 2 ? Lanes.Broadcast(axisZ[i]) : Lanes.Zero;
            for (int k = 0; k < columns.Length; k += Lanes.Count)
            {
                Lanes dx = x - Lanes.Gather(axes, places + k);
                Lanes dy = dimensions > 1 ? y - Lanes.Gather(axisY, places + k) : Lanes.Zero;
                Lanes dz = dimensions > 2 ? z - Lanes.Gather(axisZ, places + k) : Lanes.Zero;
                Lanes f = dx * dx;
                f = dimensions > 1 ? Lanes.FusedMultiplyAdd(dy, dy, f) : f;
                f = dimensions > 2 ? Lanes.FusedMultiplyAdd(dz, dz, f) : f;

                Lanes there = Lanes.Load(ref forward, k);
                Lanes back = Lanes.Load(ref backward, k);
                Lanes h = divergence.Pull(there, Lanes.Zero, Lanes.Zero) + divergence.Pull(back, Lanes.Zero, Lanes.Zero);
                Lanes pull = kernel.Decay(f, Lanes.Zero) * Lanes.FusedMultiplyAdd(extra, there + back, -h);
                sumX = Lanes.FusedMultiplyAdd(pull, dx, sumX);
                sumY = dimensions > 1 ? Lanes.FusedMultiplyAdd(pull, dy, sumY) : sumY;
                sumZ = dimensions > 2 ? Lanes.FusedMultiplyAdd(pull, dz, sumZ) : sumZ;
            }
        }

        return new()
        {
            X = sumX.Sum(),
            Y = dimensions > 1 ? sumY.Sum() : 0,
            Z = dimensions > 2 ? sumZ.Sum() : 0,
        };
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
}
