using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Vicinity;

/// <summary>What the pairs that have an affinity add to the sums of one point beyond p = 0, sixteen at a time.</summary>
/// <param name="divergence">The cost.</param>
/// <param name="weights">The weights.</param>
/// <param name="p">The affinities.</param>
/// <param name="state">S of the points.</param>
/// <param name="isByRow">True if every row has an S of its own.</param>
internal readonly struct SparseRow<TDivergence, TWeights, TPoint, TDimensions>(
    TDivergence divergence, TWeights weights, PairedAffinities p, PairState state, bool isByRow)
    where TDivergence : struct, IDivergence
    where TWeights : struct, IPairWeights<TPoint>
    where TPoint : struct
    where TDimensions : struct, IDimensions
{
    private const float LargestLogarithm = 32;

    private readonly TDivergence divergence = divergence;
    private readonly TWeights weights = weights;
    private readonly float[] inverses = state.Inverses;
    private readonly float[] logarithms = state.Logarithms;

    /// <summary>True if both directions of a pair are the same.</summary>
    private readonly bool isEven = !isByRow && p.IsSymmetric;

    /// <summary>sum_j (psi_ij v_ij + psi_ji v_ji)(y_i - y_j) with v_ij = (a - 1) p_ij - h_ij + h_ij at p = 0.</summary>
    /// <param name="positions">The map.</param>
    /// <param name="pairs">The same as pairs (x, y) if it is a plane: read at once, they take a sixth off the time of a small map.</param>
    /// <param name="i">The point.</param>
    /// <param name="exaggeration">a.</param>
    [MethodImpl(HotLoop.Alone)]
    public unsafe RowForce Force(Coordinates positions, float[] pairs, int i, float exaggeration)
    {
        ReadOnlySpan<int> columns = p.Columns(i);
        ref float forward = ref MemoryMarshal.GetReference(p.Forward(i));
        ref float backward = ref MemoryMarshal.GetReference(p.Backward(i));
        Lanes extra = Lanes.Broadcast(exaggeration - 1);
        TPoint here = weights.One(i);
        (Lanes sumX, Lanes sumY, Lanes sumZ) = (Lanes.Zero, Lanes.Zero, Lanes.Zero);
        fixed (float* axes = positions.All)
        fixed (float* plane = pairs)
        fixed (int* places = columns)
        {
            for (int k = 0; k < columns.Length; k += Lanes.Count)
            {
                Differences(axes, positions.Stride, plane, i, places + k, out Lanes dx, out Lanes dy, out Lanes dz);
                Lanes f = RowGeometry<TDimensions>.Squared(dx, dy, dz);
                TPoint other = weights.Gathered(places + k);
                Lanes lnW = divergence.IsSeparable ? Lanes.Zero : LogWeight(f, here, other);
                Lanes there = Beyond(Lanes.Load(ref forward, k), extra, lnW, Lanes.Broadcast(inverses[i]), Lanes.Broadcast(logarithms[i]));
                Lanes back = there;
                if (!weights.IsSymmetric || !isEven)
                {
                    lnW = weights.IsSymmetric || divergence.IsSeparable ? lnW : LogWeight(f, other, here);
                    back = Beyond(Lanes.Load(ref backward, k), extra, lnW, Gathered(inverses, places + k), Gathered(logarithms, places + k));
                }

                Lanes force = weights.Decay(f, here, other) * (weights.IsSymmetric ? there + back : there);
                force = weights.IsSymmetric ? force : Lanes.FusedMultiplyAdd(weights.Decay(f, other, here), back, force);
                force = Lanes.Select(f > Lanes.Zero, force, Lanes.Zero);
                sumX = Lanes.FusedMultiplyAdd(force, dx, sumX);
                sumY = Lanes.FusedMultiplyAdd(force, dy, sumY);
                sumZ = Lanes.FusedMultiplyAdd(force, dz, sumZ);
            }
        }

        return new() { X = sumX.Sum(), Y = sumY.Sum(), Z = sumZ.Sum() };
    }

    /// <summary>sum_j of h_ij less h_ij at p = 0.</summary>
    [MethodImpl(HotLoop.Alone)]
    public unsafe double PullSum(Coordinates positions, int i)
    {
        ReadOnlySpan<int> columns = p.Columns(i);
        ref float forward = ref MemoryMarshal.GetReference(p.Forward(i));
        TPoint here = weights.One(i);
        double sum = 0;
        if (inverses[i] == 0)
        {
            return 0;
        }

        fixed (float* axes = positions.All)
        fixed (int* places = columns)
        {
            for (int k = 0; k < columns.Length; k += Lanes.Count)
            {
                Lanes f = Squared(axes, positions.Stride, i, places + k);
                Lanes lnQ = LogWeight(f, here, weights.Gathered(places + k)) - Lanes.Broadcast(logarithms[i]);
                Lanes affinity = Lanes.Load(ref forward, k);
                sum += Lanes.Select(affinity > Lanes.Zero, PullBeyond(affinity, lnQ), Lanes.Zero).Sum();
            }
        }

        return sum;
    }

    /// <summary>sum_j of ((a - 1) p_ij - h_ij) d ln w_ij / d theta_i where h does not depend on q; of both directions where they share their weight.</summary>
    [MethodImpl(HotLoop.Alone)]
    public unsafe double Slope(Coordinates positions, int i, float exaggeration)
    {
        ReadOnlySpan<int> columns = p.Columns(i);
        ref float forward = ref MemoryMarshal.GetReference(p.Forward(i));
        ref float backward = ref MemoryMarshal.GetReference(p.Backward(i));
        Lanes extra = Lanes.Broadcast(exaggeration - 1);
        TPoint here = weights.One(i);
        double sum = 0;
        fixed (float* axes = positions.All)
        fixed (int* places = columns)
        {
            for (int k = 0; k < columns.Length; k += Lanes.Count)
            {
                Lanes pull = SeparablePull(Lanes.Load(ref forward, k), extra);
                pull = weights.IsSymmetric ? pull + SeparablePull(Lanes.Load(ref backward, k), extra) : pull;
                weights.EvaluateSlope(Squared(axes, positions.Stride, i, places + k), here, weights.Gathered(places + k), out _, out Lanes slope);
                sum += (pull * slope).Sum();
            }
        }

        return sum;
    }

    /// <summary>The terms of the cost less those at p = 0, and -(a - 1) p ln w, in double: ln w and ln S nearly cancel where a map is wide.</summary>
    [MethodImpl(HotLoop.Alone)]
    public double Cost(Coordinates positions, int i, double logNormalizer, double exaggeration)
    {
        ReadOnlySpan<int> columns = p.Columns(i);
        ReadOnlySpan<float> forward = p.Forward(i);
        if (divergence.IsSeparable && TrySeparableCost(positions, i, logNormalizer, exaggeration, out double total))
        {
            return total;
        }

        total = 0;
        for (int k = 0; k < columns.Length; k++)
        {
            if (forward[k] > 0)
            {
                double lnW = weights.LogWeight(positions.SquaredDistance(i, columns[k]), i, columns[k]);
                double lnQ = lnW - logNormalizer;
                total -= (exaggeration - 1) * forward[k] * lnW;
                total += divergence.IsSeparable
                    ? divergence.Pull(forward[k], 1, 0) * lnQ
                    : divergence.Term(forward[k], Math.Exp(lnQ), lnQ) - divergence.Term(0, Math.Exp(lnQ), lnQ);
            }
        }

        return total;
    }

    /// <summary>The same where h does not depend on q, from ln w of float; false if some of these are so large that they have few digits behind the point.</summary>
    [MethodImpl(HotLoop.Alone)]
    private unsafe bool TrySeparableCost(Coordinates positions, int i, double logNormalizer, double exaggeration, out double total)
    {
        ReadOnlySpan<int> columns = p.Columns(i);
        ref float forward = ref MemoryMarshal.GetReference(p.Forward(i));
        Lanes largest = Lanes.Zero;
        TPoint here = weights.One(i);
        total = 0;
        fixed (float* axes = positions.All)
        fixed (int* places = columns)
        {
            for (int k = 0; k < columns.Length; k += Lanes.Count)
            {
                Lanes affinity = Lanes.Load(ref forward, k);
                Lanes lnW = LogWeight(Squared(axes, positions.Stride, i, places + k), here, weights.Gathered(places + k));
                lnW = Lanes.Select(affinity > Lanes.Zero, lnW, Lanes.Zero);
                largest = Lanes.Max(largest, Lanes.Abs(lnW));
                Lanes pull = divergence.Pull(affinity, Lanes.Zero, Lanes.Zero);
                total += (pull * lnW).Sum() - ((exaggeration - 1) * (affinity * lnW).Sum()) - (logNormalizer * pull.Sum());
            }
        }

        return !(largest > Lanes.Broadcast(LargestLogarithm)).IsAnywhere && double.IsFinite(total);
    }

    /// <summary>(a - 1) p - h.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Lanes SeparablePull(Lanes affinity, Lanes extra) =>
        Lanes.FusedMultiplyAdd(extra, affinity, -divergence.Pull(affinity, Lanes.Zero, Lanes.Zero));

    /// <summary>v; 0 for far rows, which are dealt with in double.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Lanes Beyond(Lanes affinity, Lanes extra, Lanes lnW, Lanes inverse, Lanes logarithm)
    {
        Lanes pull = divergence.IsSeparable
            ? divergence.Pull(affinity, Lanes.Zero, Lanes.Zero)
            : PullBeyond(affinity, lnW - logarithm);
        return Lanes.Select(inverse > Lanes.Zero, Lanes.FusedMultiplyAdd(extra, affinity, -pull), Lanes.Zero);
    }

    /// <summary>ln w. A call of its own, too.</summary>
    [MethodImpl(HotLoop.Alone)]
    private Lanes LogWeight(Lanes f, TPoint from, TPoint to) => weights.LogWeight(f, from, to);

    /// <summary>h less h at p = 0. A call of its own, since the compiler inlines only so much into one loop.</summary>
    [MethodImpl(HotLoop.Alone)]
    private Lanes PullBeyond(Lanes affinity, Lanes lnQ)
    {
        Lanes q = Lanes.Exp(lnQ);
        return divergence.Pull(affinity, q, lnQ) - divergence.Pull(Lanes.Zero, q, lnQ);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static unsafe void Differences(float* axes, int stride, float* pairs, int i, int* places, out Lanes dx, out Lanes dy, out Lanes dz)
    {
        dz = Difference(axes, stride, 2, i, places);
        if (default(TDimensions).Count == 2)
        {
            Lanes.GatherPairs(pairs, places, out Lanes x, out Lanes y);
            (dx, dy) = (Lanes.Broadcast(pairs[2 * i]) - x, Lanes.Broadcast(pairs[(2 * i) + 1]) - y);
            return;
        }

        (dx, dy) = (Difference(axes, stride, 0, i, places), Difference(axes, stride, 1, i, places));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static unsafe Lanes Squared(float* axes, int stride, int i, int* places) => RowGeometry<TDimensions>.Squared(
        Difference(axes, stride, 0, i, places), Difference(axes, stride, 1, i, places), Difference(axes, stride, 2, i, places));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static unsafe Lanes Difference(float* axes, int stride, int dimension, int i, int* places)
    {
        if (dimension >= default(TDimensions).Count)
        {
            return Lanes.Zero;
        }

        float* axis = axes + (dimension * stride);
        return Lanes.Broadcast(axis[i]) - Lanes.Gather(axis, places);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static unsafe Lanes Gathered(float[] values, int* places)
    {
        fixed (float* origin = values)
        {
            return Lanes.Gather(origin, places);
        }
    }
}
