using System.Runtime.CompilerServices;

namespace Vicinity;

/// <summary>sum_j c_j w_ij and sum_j c_j psi_ij w_ij (y_i - y_j) over a list of points, pair by pair.</summary>
internal static unsafe class DirectSum<TKernel, TDimensions>
    where TKernel : struct, IKernel
    where TDimensions : struct, IDimensions
{
    /// <summary>Lanes sum so many points in float; what they have goes to double then.</summary>
    private const int Chunk = 1024;

    /// <summary>Over all points but one, which is where it is.</summary>
    public static RowForce OverOthers(TKernel kernel, OrderedPoints points, float* charges, int i) =>
        Of(kernel, points.Axes.Pointer, points.Length, points.Count, charges, points.Axes.Pointer + i, points.Length, i);

    /// <param name="kernel">w and psi.</param>
    /// <param name="axes">The coordinates of the list, one padded stretch per dimension.</param>
    /// <param name="length">Way from one stretch to the next.</param>
    /// <param name="count">Number of points in the list.</param>
    /// <param name="charges">c, padded; null for 1.</param>
    /// <param name="at">The first coordinate of the point i.</param>
    /// <param name="atLength">Way to its next coordinate.</param>
    /// <param name="self">Its place in the list, where it is left out; -1 if it has none.</param>
    [MethodImpl(HotLoop.Alone)]
    public static RowForce Of(TKernel kernel, float* axes, nint length, int count, float* charges, float* at, nint atLength, int self)
    {
        float* y = default(TDimensions).Count > 1 ? axes + length : axes;
        float* z = default(TDimensions).Count > 2 ? y + length : axes;
        float atY = default(TDimensions).Count > 1 ? at[atLength] : 0;
        float atZ = default(TDimensions).Count > 2 ? at[2 * atLength] : 0;
        RowForce total = default;
        for (int start = 0; start < count; start += Chunk)
        {
            (Lanes sum, Lanes sumX, Lanes sumY, Lanes sumZ) = (Lanes.Zero, Lanes.Zero, Lanes.Zero, Lanes.Zero);
            for (int j = start; j < Math.Min(count, start + Chunk); j += Lanes.Count)
            {
                Lanes dx = Lanes.Broadcast(at[0]) - Lanes.Load(ref *axes, j);
                Lanes dy = default(TDimensions).Count > 1 ? Lanes.Broadcast(atY) - Lanes.Load(ref *y, j) : Lanes.Zero;
                Lanes dz = default(TDimensions).Count > 2 ? Lanes.Broadcast(atZ) - Lanes.Load(ref *z, j) : Lanes.Zero;
                Lanes f = Lanes.FusedMultiplyAdd(dz, dz, Lanes.FusedMultiplyAdd(dy, dy, dx * dx));
                LaneMask others = (Lanes.Indices < Lanes.Broadcast(count - j)) & !Lanes.AreEqual(Lanes.Indices, Lanes.Broadcast(self - j));
                Lanes weight = Lanes.Select(others, kernel.Weight(f, Lanes.Broadcast(1)), Lanes.Zero);
                weight = charges == null ? weight : weight * Lanes.Load(ref *charges, j);
                Lanes pull = weight * kernel.Decay(f, Lanes.Broadcast(1));
                sum += weight;
                sumX = Lanes.FusedMultiplyAdd(pull, dx, sumX);
                sumY = Lanes.FusedMultiplyAdd(pull, dy, sumY);
                sumZ = Lanes.FusedMultiplyAdd(pull, dz, sumZ);
            }

            total.Weight += sum.Sum();
            total.X += sumX.Sum();
            total.Y += sumY.Sum();
            total.Z += sumZ.Sum();
        }

        return total;
    }
}
