using System.Runtime.CompilerServices;

namespace Vicinity;

/// <summary>The dense sums of one point over all others, sixteen at a time.</summary>
internal static class DenseRow<TKernel, TDimensions>
    where TKernel : struct, IKernel
    where TDimensions : struct, IDimensions
{
    /// <summary>sum_j w_ij.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static double Weight(TKernel kernel, Coordinates positions, int i, float theta)
    {
        LaneRow<TDimensions> row = new(positions, i);
        double total = 0;
        for (int start = 0; start < positions.Stride; start += LaneRow<TDimensions>.Chunk)
        {
            Lanes sum = Lanes.Zero;
            int end = Math.Min(positions.Stride, start + LaneRow<TDimensions>.Chunk);
            for (int j = start; j < end; j += Lanes.Count)
            {
                sum += row.OfOthers(kernel.Weight(row.Squared(j), Lanes.Broadcast(theta)), j);
            }

            total += sum.Sum();
        }

        return total;
    }

    /// <summary>sum_j w_ij, and sum_j psi_ij w_ij (y_i - y_j) with the weights scaled.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static RowForce Force<TScale>(TKernel kernel, TScale scale, Coordinates positions, int i)
        where TScale : struct, IPairScale
    {
        LaneRow<TDimensions> row = new(positions, i);
        RowForce total = default;
        for (int start = 0; start < positions.Stride; start += LaneRow<TDimensions>.Chunk)
        {
            (Lanes sum, Lanes sumX, Lanes sumY, Lanes sumZ) = (Lanes.Zero, Lanes.Zero, Lanes.Zero, Lanes.Zero);
            int end = Math.Min(positions.Stride, start + LaneRow<TDimensions>.Chunk);
            for (int j = start; j < end; j += Lanes.Count)
            {
                (Lanes dx, Lanes dy, Lanes dz) = (row.Difference(0, j), row.Difference(1, j), row.Difference(2, j));
                Lanes f = LaneRow<TDimensions>.Squared(dx, dy, dz);
                Lanes weight = row.OfOthers(kernel.Weight(f, Lanes.Zero), j);
                Lanes pull = scale.Apply(weight, i, j) * kernel.Decay(f, Lanes.Zero);
                sum += weight;
                sumX = Lanes.FusedMultiplyAdd(pull, dx, sumX);
                sumY = default(TDimensions).Count > 1 ? Lanes.FusedMultiplyAdd(pull, dy, sumY) : sumY;
                sumZ = default(TDimensions).Count > 2 ? Lanes.FusedMultiplyAdd(pull, dz, sumZ) : sumZ;
            }

            total.Weight += sum.Sum();
            total.Add(sumX.Sum(), sumY.Sum(), sumZ.Sum());
        }

        return total;
    }
}
