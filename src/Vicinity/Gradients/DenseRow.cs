using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Vicinity;

/// <summary>The dense sums of one point over all others, sixteen at a time.</summary>
/// <remarks>Lane sums are short (<see cref="Chunk"/> points) and then go on in double, so that rounding does not grow with n.</remarks>
internal static class DenseRow<TKernel, TDimensions>
    where TKernel : struct, IKernel
    where TDimensions : struct, IDimensions
{
    private const int Chunk = 2048;

    /// <summary>sum_j w_ij.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static double Weight(TKernel kernel, Coordinates positions, int i, float theta)
    {
        int stride = positions.Stride;
        int dimensions = default(TDimensions).Count;
        ref float axes = ref MemoryMarshal.GetReference(positions.All);
        Lanes x = Lanes.Broadcast(Unsafe.Add(ref axes, i));
        Lanes y = dimensions > 1 ? Lanes.Broadcast(Unsafe.Add(ref axes, stride + i)) : Lanes.Zero;
        Lanes z = dimensions > 2 ? Lanes.Broadcast(Unsafe.Add(ref axes, (2 * stride) + i)) : Lanes.Zero;
        int self = i & -Lanes.Count;
        int last = stride - Lanes.Count;

        double total = 0;
        for (int start = 0; start < stride; start += Chunk)
        {
            Lanes sum = Lanes.Zero;
            int end = Math.Min(stride, start + Chunk);
            for (int j = start; j < end; j += Lanes.Count)
            {
                Lanes dx = x - Lanes.Load(ref axes, j);
                Lanes f = dx * dx;
                if (dimensions > 1)
                {
                    Lanes dy = y - Lanes.Load(ref axes, stride + j);
                    f = Lanes.FusedMultiplyAdd(dy, dy, f);
                }

                if (dimensions > 2)
                {
                    Lanes dz = z - Lanes.Load(ref axes, (2 * stride) + j);
                    f = Lanes.FusedMultiplyAdd(dz, dz, f);
                }

                Lanes weight = kernel.Weight(f, Lanes.Broadcast(theta));
                if (j == self || j == last)
                {
                    weight = Lanes.Select(Others(i, j, positions.Count), weight, Lanes.Zero);
                }

                sum += weight;
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
        int stride = positions.Stride;
        int dimensions = default(TDimensions).Count;
        ref float axes = ref MemoryMarshal.GetReference(positions.All);
        Lanes x = Lanes.Broadcast(Unsafe.Add(ref axes, i));
        Lanes y = dimensions > 1 ? Lanes.Broadcast(Unsafe.Add(ref axes, stride + i)) : Lanes.Zero;
        Lanes z = dimensions > 2 ? Lanes.Broadcast(Unsafe.Add(ref axes, (2 * stride) + i)) : Lanes.Zero;
        int self = i & -Lanes.Count;
        int last = stride - Lanes.Count;

        RowForce total = default;
        for (int start = 0; start < stride; start += Chunk)
        {
            Lanes sum = Lanes.Zero;
            Lanes sumX = Lanes.Zero;
            Lanes sumY = Lanes.Zero;
            Lanes sumZ = Lanes.Zero;
            int end = Math.Min(stride, start + Chunk);
            for (int j = start; j < end; j += Lanes.Count)
            {
                Lanes dx = x - Lanes.Load(ref axes, j);
                Lanes dy = dimensions > 1 ? y - Lanes.Load(ref axes, stride + j) : Lanes.Zero;
                Lanes dz = dimensions > 2 ? z - Lanes.Load(ref axes, (2 * stride) + j) : Lanes.Zero;
                Lanes f = dx * dx;
                f = dimensions > 1 ? Lanes.FusedMultiplyAdd(dy, dy, f) : f;
                f = dimensions > 2 ? Lanes.FusedMultiplyAdd(dz, dz, f) : f;

                Lanes weight = kernel.Weight(f, Lanes.Zero);
                if (j == self || j == last)
                {
                    weight = Lanes.Select(Others(i, j, positions.Count), weight, Lanes.Zero);
                }

                Lanes pull = scale.Apply(weight, i, j) * kernel.Decay(f, Lanes.Zero);
                sum += weight;
                sumX = Lanes.FusedMultiplyAdd(pull, dx, sumX);
                sumY = dimensions > 1 ? Lanes.FusedMultiplyAdd(pull, dy, sumY) : sumY;
                sumZ = dimensions > 2 ? Lanes.FusedMultiplyAdd(pull, dz, sumZ) : sumZ;
            }

            total.Weight += sum.Sum();
            total.X += sumX.Sum();
            total.Y += dimensions > 1 ? sumY.Sum() : 0;
            total.Z += dimensions > 2 ? sumZ.Sum() : 0;
        }

        return total;
    }

    /// <summary>Which of the sixteen points from j on exist and are not i.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static LaneMask Others(int i, int j, int count) =>
        (Lanes.Indices < Lanes.Broadcast(count - j)) & !Lanes.AreEqual(Lanes.Indices, Lanes.Broadcast(i - j));
}
