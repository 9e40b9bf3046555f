using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Vicinity;

/// <summary>
/// What one point and the later ones do to each other where q is a mean over scales, sixteen pairs at a time, both directions with the
/// same weights; where weights underflow, in logarithms.
/// </summary>
/// <param name="divergence">The cost.</param>
/// <param name="kernel">w.</param>
/// <param name="scales">beta and S of the scales.</param>
/// <param name="isPlain">Of every sixteen rows, if no S is too small for float.</param>
internal sealed class MultiScaleRow<TDivergence, TKernel, TDimensions>(TDivergence divergence, TKernel kernel, ScaleState[] scales, bool[] isPlain)
    where TDivergence : struct, IDivergence
    where TKernel : struct, IKernel
    where TDimensions : struct, IDimensions
{
    /// <summary>A mean over scales below it is left to logarithms: its ratio to a scale has lost its digits, or it is 0.</summary>
    private const float SmallestMean = 1e-30f;

    private readonly TDivergence divergence = divergence;
    private readonly TKernel kernel = kernel;
    private readonly LogScalePairs<TDivergence, TKernel, TDimensions> logarithmic = new(divergence, kernel, scales);
    private readonly float share = 1f / scales.Length;

    /// <summary>Sums w_ij of every scale into the rows and the columns.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void SumWeights(Coordinates positions, TileRow at, TileRoom room)
    {
        RowGeometry<TDimensions> row = new(positions, at.I);
        ColumnSums<TDimensions> columns = new(room.Columns, positions.Stride);
        for (int u = 0; u < scales.Length; u++)
        {
            Lanes precision = Lanes.Broadcast(scales[u].Precision);
            Lanes sum = Lanes.Zero;
            for (int j = at.First; j < at.End; j += Lanes.Count)
            {
                Lanes weight = row.OfLaterIfPartly(j, kernel.Weight(precision * row.Squared(j), Lanes.Broadcast(1)));
                columns.Add(u, j, weight);
                sum += weight;
            }

            scales[u].RowSums[at.I] += sum.Sum();
        }
    }

    /// <summary>Writes ln S_i of every scale.</summary>
    public void TakeLogarithms(Coordinates positions, int i)
    {
        foreach (ScaleState scale in scales)
        {
            double logarithm = Math.Log(scale.RowSums[i]);
            scale.RowLogarithms[i] = logarithm > ScaleState.SmallestLogarithm ? logarithm : logarithmic.LogSum(scale, positions, i);
        }
    }

    /// <summary>Sums h_ij q_u,ij / q_ij of every scale u into the rows and the columns.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void SumPulls(Coordinates positions, TileRow at, TileRoom room)
    {
        RowGeometry<TDimensions> row = new(positions, at.I);
        ColumnSums<TDimensions> columns = new(room.Columns, positions.Stride);
        Span<Lanes> theres = stackalloc Lanes[scales.Length];
        Span<Lanes> backs = stackalloc Lanes[scales.Length];
        Span<Lanes> sums = stackalloc Lanes[scales.Length];
        sums.Clear();
        for (int j = at.First; j < at.End; j += Lanes.Count)
        {
            Pulls(row.Squared(j), at, j, room, theres, backs);
            for (int u = 0; u < sums.Length; u++)
            {
                sums[u] += row.OfLaterIfPartly(j, theres[u]);
                columns.Add(u, j, row.OfLaterIfPartly(j, backs[u]));
            }
        }

        for (int u = 0; u < sums.Length; u++)
        {
            scales[u].RowSums[at.I] += sums[u].Sum();
        }
    }

    /// <summary>Sums (k_ij + k_ji)(y_i - y_j) into the row and, negated, into the columns.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Force(Coordinates positions, TileRow at, TileRoom room, float extra, ref RowForce sum)
    {
        RowGeometry<TDimensions> row = new(positions, at.I);
        ColumnSums<TDimensions> reactions = new(room.Columns, positions.Stride);
        Span<Lanes> weights = stackalloc Lanes[scales.Length];
        (Lanes sumX, Lanes sumY, Lanes sumZ) = (Lanes.Zero, Lanes.Zero, Lanes.Zero);
        for (int j = at.First; j < at.End; j += Lanes.Count)
        {
            (Lanes dx, Lanes dy, Lanes dz) = (row.Difference(0, j), row.Difference(1, j), row.Difference(2, j));
            Lanes k = row.OfLaterIfPartly(j, ForceConstant(RowGeometry<TDimensions>.Squared(dx, dy, dz), at, j, room, extra, weights));
            sumX = reactions.Push(0, 0, j, k, dx, sumX);
            sumY = reactions.Push(1, 0, j, k, dy, sumY);
            sumZ = reactions.Push(2, 0, j, k, dz, sumZ);
        }

        sum.Add(sumX.Sum(), sumY.Sum(), sumZ.Sum());
    }

    /// <summary>Sums the terms of the cost and -(a - 1) p ln w, w the mean over scales, of both directions.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Cost(Coordinates positions, TileRow at, TileRoom room, float extra, ref RowForce sum)
    {
        RowGeometry<TDimensions> row = new(positions, at.I);
        Span<Lanes> weights = stackalloc Lanes[scales.Length];
        for (int j = at.First; j < at.End; j += Lanes.Count)
        {
            Lanes f = row.Squared(j);
            (Lanes there, Lanes back) = (There(at, j, room), Back(at, j, room));
            Lanes cost = TryMeans(f, at.I, j, weights, out Lanes qThere, out Lanes qBack) && extra == 0
                ? Term(there, qThere) + Term(back, qBack)
                : logarithmic.Cost(f, at.I, j, true, there, extra) + logarithmic.Cost(f, at.I, j, false, back, extra);
            sum.Weight += row.OfLater(j, cost).Sum();
        }
    }

    /// <summary>Writes h q_u / q of both directions of sixteen pairs.</summary>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private void Pulls(Lanes f, TileRow at, int j, TileRoom room, Span<Lanes> theres, Span<Lanes> backs)
    {
        if (!TryMeans(f, at.I, j, theres, out Lanes qThere, out Lanes qBack))
        {
            logarithmic.Pulls(f, at.I, j, true, There(at, j, room), theres);
            logarithmic.Pulls(f, at.I, j, false, Back(at, j, room), backs);
            return;
        }

        Lanes slopeThere = Slope(There(at, j, room), qThere);
        Lanes slopeBack = Slope(Back(at, j, room), qBack);
        for (int u = 0; u < theres.Length; u++)
        {
            Lanes weight = theres[u];
            theres[u] = weight * Lanes.Broadcast(scales[u].Inverses[at.I]) * slopeThere;
            backs[u] = weight * PairState.Sixteen(scales[u].Inverses, j) * slopeBack;
        }
    }

    /// <summary>k_ij + k_ji of sixteen pairs: the sum over scales of psi_u w_u ((sum_u - h / q) / S_u + (a - 1) p / w), both directions together.</summary>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private Lanes ForceConstant(Lanes f, TileRow at, int j, TileRoom room, float extra, Span<Lanes> weights)
    {
        (Lanes there, Lanes back) = (There(at, j, room), Back(at, j, room));
        if (!TryMeans(f, at.I, j, weights, out Lanes qThere, out Lanes qBack))
        {
            return logarithmic.ForceConstant(f, at.I, j, there, back, extra);
        }

        Lanes slopeThere = Slope(there, qThere);
        Lanes slopeBack = Slope(back, qBack);
        Lanes pull = extra == 0 ? Lanes.Zero : Lanes.Broadcast(extra) * (there + back) / Mean(weights);
        Lanes k = Lanes.Zero;
        for (int u = 0; u < weights.Length; u++)
        {
            ScaleState scale = scales[u];
            Lanes precision = Lanes.Broadcast(scale.Precision);
            Lanes bracket = Lanes.FusedMultiplyAdd(Lanes.Broadcast(scale.PullSums[at.I]) - slopeThere, Lanes.Broadcast(scale.Inverses[at.I]), pull);
            bracket = Lanes.FusedMultiplyAdd(PairState.Sixteen(scale.PullSums, j) - slopeBack, PairState.Sixteen(scale.Inverses, j), bracket);
            k = Lanes.FusedMultiplyAdd(precision * kernel.Decay(precision * f, Lanes.Broadcast(1)) * weights[u], bracket, k);
        }

        return k * Lanes.Broadcast(share);
    }

    /// <summary>Writes w_u of all scales; finds q of both directions, the mean of w_u / S_u; false if one has too few digits.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool TryMeans(Lanes f, int i, int j, Span<Lanes> weights, out Lanes there, out Lanes back)
    {
        (there, back) = (Lanes.Zero, Lanes.Zero);
        for (int u = 0; u < weights.Length; u++)
        {
            Lanes weight = kernel.Weight(Lanes.Broadcast(scales[u].Precision) * f, Lanes.Broadcast(1));
            weights[u] = weight;
            there = Lanes.FusedMultiplyAdd(weight, Lanes.Broadcast(scales[u].Inverses[i]), there);
            back = Lanes.FusedMultiplyAdd(weight, PairState.Sixteen(scales[u].Inverses, j), back);
        }

        (there, back) = (Lanes.Broadcast(share) * there, Lanes.Broadcast(share) * back);
        Lanes smallest = Lanes.Min(Mean(weights), Lanes.Min(there, back));
        return isPlain[i / Lanes.Count] && isPlain[j / Lanes.Count] && !(smallest < Lanes.Broadcast(SmallestMean)).IsAnywhere;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Lanes Mean(ReadOnlySpan<Lanes> weights)
    {
        Lanes sum = Lanes.Zero;
        foreach (Lanes weight in weights)
        {
            sum += weight;
        }

        return sum * Lanes.Broadcast(share);
    }

    /// <summary>p_ij, which stand where stages leave their numbers.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Lanes There(TileRow at, int j, TileRoom room) => Lanes.Load(ref MemoryMarshal.GetReference(room.Stages), j - at.First);

    /// <summary>p_ji, behind these.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Lanes Back(TileRow at, int j, TileRoom room) => Lanes.Load(ref MemoryMarshal.GetReference(room.Stages), j - at.First + Triangle.TileColumns);

    /// <summary>dC/dq = h / q. A call of its own, since the compiler inlines only so much into one loop.</summary>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private Lanes Slope(Lanes p, Lanes q) => divergence.Pull(p, q, Lanes.Log(q)) / q;

    /// <summary>The terms of the cost. A call of its own, too.</summary>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private Lanes Term(Lanes p, Lanes q) => divergence.Term(p, q, Lanes.Log(q));
}
