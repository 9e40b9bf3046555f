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
        nint stride = points.Length;
        for (int i = first; i < end; i++, forces++)
        {
            Lanes sumX = Lanes.Zero;
            Lanes sumY = Lanes.Zero;
            Lanes sumZ = Lanes.Zero;
            Own(axes, stride, i, out Lanes x, out Lanes y, out Lanes z);
            nint last = offsets[i + 1];
            for (nint k = offsets[i]; k < last; k += Lanes.Count)
            {
                edges.Prefetch(k + Ahead);
                Way(axes, stride, x, y, z, edges, k, out Lanes dx, out Lanes dy, out Lanes dz);
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
        nint stride = points.Length;
        int i = first;
        for (nint k = offsets[first]; k < offsets[end]; k += Lanes.Count)
        {
            while (k >= offsets[i + 1])
            {
                i++;
            }

            Own(axes, stride, i, out Lanes x, out Lanes y, out Lanes z);
            Way(axes, stride, x, y, z, edges, k, out Lanes dx, out Lanes dy, out Lanes dz);
            total += (kernel.LogWeight(Squared(dx, dy, dz), Lanes.Broadcast(1)) * edges.Pulls(k)).Sum();
        }

        return total;
    }

    /// <summary>In two dimensions x and y of a point stand side by side, else the axes apart.</summary>
    private static float* Axes(OrderedPoints points) => default(TDimensions).Count == 2 ? points.Pairs.Pointer : points.Axes.Pointer;

    /// <summary>The point at a place, in all lanes: the compiler would read it anew for every sixteen entries.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Own(float* axes, nint stride, nint i, out Lanes x, out Lanes y, out Lanes z)
    {
        bool arePairs = default(TDimensions).Count == 2;
        x = Lanes.Broadcast(axes[arePairs ? 2 * i : i]);
        y = default(TDimensions).Count > 1 ? Lanes.Broadcast(axes[arePairs ? (2 * i) + 1 : stride + i]) : Lanes.Zero;
        z = default(TDimensions).Count > 2 ? Lanes.Broadcast(axes[(2 * stride) + i]) : Lanes.Zero;
    }

    /// <summary>From sixteen other ends to a point.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Way<TEdges>(float* axes, nint stride, Lanes x, Lanes y, Lanes z, TEdges edges, nint k, out Lanes dx, out Lanes dy, out Lanes dz)
        where TEdges : struct, IEdges
    {
        (dy, dz) = (Lanes.Zero, Lanes.Zero);
        if (default(TDimensions).Count == 2)
        {
            edges.Pairs(axes, k, out Lanes otherX, out Lanes otherY);
            (dx, dy) = (x - otherX, y - otherY);
            return;
        }

        dx = x - edges.Along(axes, k);
        if (default(TDimensions).Count > 2)
        {
            dy = y - edges.Along(axes + stride, k);
            dz = z - edges.Along(axes + (2 * stride), k);
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
