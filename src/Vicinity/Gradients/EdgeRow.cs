using System.Runtime.CompilerServices;

namespace Vicinity;

/// <summary>The sums of one point over the pairs that attract it, sixteen at a time.</summary>
internal static unsafe class EdgeRow<TKernel, TDimensions>
    where TKernel : struct, IKernel
    where TDimensions : struct, IDimensions
{
    /// <summary>Entries that are asked for ahead of their use: beyond the end of a row the hardware does not know where to go on.</summary>
    private const int Ahead = 512;

    /// <summary>Writes sum_j psi_ij v_ij (y_i - y_j) of some points, one stretch of <paramref name="length"/> numbers per dimension.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Forces(TKernel kernel, OrderedPoints points, EdgeTable edges, int first, int end, float* forces, int length)
    {
        int* columns = edges.Columns.Pointer;
        float* pulls = edges.Pulls.Pointer;
        ushort* codes = edges.Codes;
        Lanes least = Lanes.Broadcast(edges.Least);
        float* axes = Axes(points);
        int stride = points.Length;
        ReadOnlySpan<int> offsets = edges.Offsets();
        for (int i = first; i < end; i++, forces++)
        {
            Lanes sumX = Lanes.Zero;
            Lanes sumY = Lanes.Zero;
            Lanes sumZ = Lanes.Zero;
            int last = offsets[i + 1];
            for (int k = offsets[i]; k < last; k += Lanes.Count)
            {
                Lanes.Prefetch(columns + k + Ahead, codes == null ? pulls + k + Ahead : codes + k + Ahead);
                Way(axes, stride, i, columns + k, out Lanes dx, out Lanes dy, out Lanes dz);
                Lanes pull = kernel.Decay(Squared(dx, dy, dz), Lanes.Broadcast(1)) * (codes == null ? Lanes.Load(ref *pulls, k) : ShortFloat.Decode(codes + k, least));
                sumX = Lanes.FusedMultiplyAdd(pull, dx, sumX);
                sumY = default(TDimensions).Count > 1 ? Lanes.FusedMultiplyAdd(pull, dy, sumY) : sumY;
                sumZ = default(TDimensions).Count > 2 ? Lanes.FusedMultiplyAdd(pull, dz, sumZ) : sumZ;
            }

            forces[0] = sumX.QuickSum();
            if (default(TDimensions).Count > 1)
            {
                forces[length] = sumY.QuickSum();
            }

            if (default(TDimensions).Count > 2)
            {
                forces[2 * length] = sumZ.QuickSum();
            }
        }
    }

    /// <summary>sum_j v_ij ln w_ij of some points.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static double LogWeights(TKernel kernel, OrderedPoints points, EdgeTable edges, int first, int end)
    {
        double total = 0;
        ushort* codes = edges.Codes;
        Lanes least = Lanes.Broadcast(edges.Least);
        float* axes = Axes(points);
        int stride = points.Length;
        int last = edges.Offsets()[end];
        for (int i = first, k = edges.Offsets()[first]; k < last; k += Lanes.Count)
        {
            while (k >= edges.Offsets()[i + 1])
            {
                i++;
            }

            Way(axes, stride, i, edges.Columns.Pointer + k, out Lanes dx, out Lanes dy, out Lanes dz);
            Lanes pull = codes == null ? Lanes.Load(ref *edges.Pulls.Pointer, k) : ShortFloat.Decode(codes + k, least);
            total += (kernel.LogWeight(Squared(dx, dy, dz), Lanes.Broadcast(1)) * pull).Sum();
        }

        return total;
    }

    /// <summary>In two dimensions x and y of a point stand side by side, else the axes apart.</summary>
    private static float* Axes(OrderedPoints points) => default(TDimensions).Count == 2 ? points.Pairs.Pointer : points.Axes.Pointer;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Way(float* axes, int stride, int i, int* places, out Lanes dx, out Lanes dy, out Lanes dz)
    {
        dy = Lanes.Zero;
        dz = Lanes.Zero;
        if (default(TDimensions).Count == 2)
        {
            Lanes.GatherPairs(axes, places, out Lanes x, out Lanes y);
            dx = Lanes.Broadcast(axes[2 * i]) - x;
            dy = Lanes.Broadcast(axes[(2 * i) + 1]) - y;
            return;
        }

        dx = Lanes.Broadcast(axes[i]) - Lanes.Gather(axes, places);
        if (default(TDimensions).Count > 2)
        {
            dy = Lanes.Broadcast(axes[stride + i]) - Lanes.Gather(axes + stride, places);
            dz = Lanes.Broadcast(axes[(2 * stride) + i]) - Lanes.Gather(axes + (2 * stride), places);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Lanes Squared(Lanes dx, Lanes dy, Lanes dz)
    {
        Lanes f = dx * dx;
        f = default(TDimensions).Count > 1 ? Lanes.FusedMultiplyAdd(dy, dy, f) : f;
        return default(TDimensions).Count > 2 ? Lanes.FusedMultiplyAdd(dz, dz, f) : f;
    }
}
