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
    public static void Forces(TKernel kernel, OrderedPoints points, EdgeTable edges, int first, int end, float* forces, int length)
    {
        if (edges.Packed is { } packed)
        {
            Forces(kernel, points, new PackedEdges(packed), edges.Offsets(), first, end, forces, length);
        }
        else
        {
            Forces(kernel, points, new PlainEdges(edges), edges.Offsets(), first, end, forces, length);
        }
    }

    /// <summary>sum_j v_ij ln w_ij of some points.</summary>
    public static double LogWeights(TKernel kernel, OrderedPoints points, EdgeTable edges, int first, int end) => edges.Packed is { } packed
        ? LogWeights(kernel, points, new PackedEdges(packed), edges.Offsets(), first, end)
        : LogWeights(kernel, points, new PlainEdges(edges), edges.Offsets(), first, end);

    [MethodImpl(HotLoop.Alone)]
    private static void Forces<TEdges>(
        TKernel kernel, OrderedPoints points, TEdges edges, ReadOnlySpan<int> offsets, int first, int end, float* forces, int length)
        where TEdges : struct, IEdges
    {
        float* axes = Axes(points);
        int stride = points.Length;
        for (int i = first; i < end; i++, forces++)
        {
            Lanes sumX = Lanes.Zero;
            Lanes sumY = Lanes.Zero;
            Lanes sumZ = Lanes.Zero;
            int last = offsets[i + 1];
            for (int k = offsets[i]; k < last; k += Lanes.Count)
            {
                edges.Prefetch(k + Ahead);
                Way(axes, stride, i, edges, k, out Lanes dx, out Lanes dy, out Lanes dz);
                Lanes pull = kernel.Decay(Squared(dx, dy, dz), Lanes.Broadcast(1)) * edges.Pulls(k);
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

    [MethodImpl(HotLoop.Alone)]
    private static double LogWeights<TEdges>(TKernel kernel, OrderedPoints points, TEdges edges, ReadOnlySpan<int> offsets, int first, int end)
        where TEdges : struct, IEdges
    {
        double total = 0;
        float* axes = Axes(points);
        int stride = points.Length;
        int last = offsets[end];
        for (int i = first, k = offsets[first]; k < last; k += Lanes.Count)
        {
            while (k >= offsets[i + 1])
            {
                i++;
            }

            Way(axes, stride, i, edges, k, out Lanes dx, out Lanes dy, out Lanes dz);
            total += (kernel.LogWeight(Squared(dx, dy, dz), Lanes.Broadcast(1)) * edges.Pulls(k)).Sum();
        }

        return total;
    }

    /// <summary>In two dimensions x and y of a point stand side by side, else the axes apart.</summary>
    private static float* Axes(OrderedPoints points) => default(TDimensions).Count == 2 ? points.Pairs.Pointer : points.Axes.Pointer;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Way<TEdges>(float* axes, int stride, int i, TEdges edges, int k, out Lanes dx, out Lanes dy, out Lanes dz)
        where TEdges : struct, IEdges
    {
        dy = Lanes.Zero;
        dz = Lanes.Zero;
        if (default(TDimensions).Count == 2)
        {
            edges.Pairs(axes, k, out Lanes x, out Lanes y);
            dx = Lanes.Broadcast(axes[2 * i]) - x;
            dy = Lanes.Broadcast(axes[(2 * i) + 1]) - y;
            return;
        }

        dx = Lanes.Broadcast(axes[i]) - edges.Along(axes, k);
        if (default(TDimensions).Count > 2)
        {
            dy = Lanes.Broadcast(axes[stride + i]) - edges.Along(axes + stride, k);
            dz = Lanes.Broadcast(axes[(2 * stride) + i]) - edges.Along(axes + (2 * stride), k);
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
