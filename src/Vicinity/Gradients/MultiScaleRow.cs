using System.Runtime.CompilerServices;

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
    [MethodImpl(HotLoop.Alone)]
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
    [MethodImpl(HotLoop.Alone)]
    public void SumPulls(Coordinates positions, TileRow at, TileRoom room)
    {
        RowGeometry<TDimensions> row = new(positions, at.I);
        ColumnSums<TDimensions> columns = new(room.Columns, positions.Stride);
        ScaleRoom stages = new(at, room);
        FindMeans(positions, at, stages);
        FindSlopes(at, stages);
        for (int u = 0; u < scales.Length; u++)
        {
            ScaleRoom.Stretch weights = stages.Weight(u);
            Lanes inverse = Lanes.Broadcast(scales[u].Inverses[at.I]);
            Lanes sum = Lanes.Zero;
            for (int j = at.First; j < at.End; j += Lanes.Count)
            {
                Lanes weight = row.OfLaterIfPartly(j, weights.Sixteen(j));
                sum = Lanes.FusedMultiplyAdd(weight * inverse, stages.SlopeThere.Sixteen(j), sum);
                columns.Add(u, j, weight * PairState.Sixteen(scales[u].Inverses, j) * stages.SlopeBack.Sixteen(j));
            }

            scales[u].RowSums[at.I] += sum.Sum();
        }

        SumTinyPulls(positions, at, room);
    }

    /// <summary>Sums (k_ij + k_ji)(y_i - y_j) into the row and, negated, into the columns.</summary>
    [MethodImpl(HotLoop.Alone)]
    public void Force(Coordinates positions, TileRow at, TileRoom room, float extra, ref RowForce sum)
    {
        RowGeometry<TDimensions> row = new(positions, at.I);
        ColumnSums<TDimensions> reactions = new(room.Columns, positions.Stride);
        ScaleRoom stages = new(at, room);
        FindMeans(positions, at, stages);
        FindSlopes(at, stages);
        (Lanes sumX, Lanes sumY, Lanes sumZ) = (Lanes.Zero, Lanes.Zero, Lanes.Zero);
        for (int j = at.First; j < at.End; j += Lanes.Count)
        {
            (Lanes dx, Lanes dy, Lanes dz) = (row.Difference(0, j), row.Difference(1, j), row.Difference(2, j));
            Lanes f = RowGeometry<TDimensions>.Squared(dx, dy, dz);
            Lanes k = IsPlain(at.I, j, stages)
                ? ForceConstant(f, at.I, j, stages, extra)
                : logarithmic.ForceConstant(f, at.I, j, stages.There.Sixteen(j), stages.Back.Sixteen(j), extra);
            k = row.OfLaterIfPartly(j, k);
            sumX = reactions.Push(0, 0, j, k, dx, sumX);
            sumY = reactions.Push(1, 0, j, k, dy, sumY);
            sumZ = reactions.Push(2, 0, j, k, dz, sumZ);
        }

        sum.Add(sumX.Sum(), sumY.Sum(), sumZ.Sum());
    }

    /// <summary>Sums the terms of the cost and -(a - 1) p ln w, w the mean over scales, of both directions.</summary>
    [MethodImpl(HotLoop.Alone)]
    public void Cost(Coordinates positions, TileRow at, TileRoom room, float extra, ref RowForce sum)
    {
        RowGeometry<TDimensions> row = new(positions, at.I);
        ScaleRoom stages = new(at, room);
        FindMeans(positions, at, stages);
        for (int j = at.First; j < at.End; j += Lanes.Count)
        {
            Lanes f = row.Squared(j);
            (Lanes there, Lanes back) = (stages.There.Sixteen(j), stages.Back.Sixteen(j));
            Lanes cost = extra == 0 && IsPlain(at.I, j, stages)
                ? Term(there, stages.MeanThere.Sixteen(j)) + Term(back, stages.MeanBack.Sixteen(j))
                : logarithmic.Cost(f, at.I, j, true, there, extra) + logarithmic.Cost(f, at.I, j, false, back, extra);
            sum.Weight += row.OfLater(j, cost).Sum();
        }
    }

    /// <summary>Writes w of all scales, its mean, and q of both directions, the means of w_u / S_u.</summary>
    [MethodImpl(HotLoop.Alone)]
    private void FindMeans(Coordinates positions, TileRow at, ScaleRoom stages)
    {
        RowGeometry<TDimensions> row = new(positions, at.I);
        for (int u = 0; u < scales.Length; u++)
        {
            ScaleRoom.Stretch weights = stages.Weight(u);
            Lanes precision = Lanes.Broadcast(scales[u].Precision);
            Lanes inverse = Lanes.Broadcast(share * scales[u].Inverses[at.I]);
            for (int j = at.First; j < at.End; j += Lanes.Count)
            {
                Lanes weight = kernel.Weight(precision * row.Squared(j), Lanes.Broadcast(1));
                weights.Set(j, weight);
                Accumulate(u, stages.MeanWeight, j, weight, Lanes.Broadcast(share));
                Accumulate(u, stages.MeanThere, j, weight, inverse);
                Accumulate(u, stages.MeanBack, j, weight, Lanes.Broadcast(share) * PairState.Sixteen(scales[u].Inverses, j));
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Accumulate(int u, ScaleRoom.Stretch sums, int j, Lanes weight, Lanes factor) =>
        sums.Set(j, Lanes.FusedMultiplyAdd(weight, factor, u == 0 ? Lanes.Zero : sums.Sixteen(j)));

    /// <summary>Writes dC/dq = h / q of both directions; 0 where logarithms are needed.</summary>
    [MethodImpl(HotLoop.Alone)]
    private void FindSlopes(TileRow at, ScaleRoom stages)
    {
        for (int j = at.First; j < at.End; j += Lanes.Count)
        {
            bool isPlain = IsPlain(at.I, j, stages);
            stages.SlopeThere.Set(j, isPlain ? Slope(stages.There.Sixteen(j), stages.MeanThere.Sixteen(j)) : Lanes.Zero);
            stages.SlopeBack.Set(j, isPlain ? Slope(stages.Back.Sixteen(j), stages.MeanBack.Sixteen(j)) : Lanes.Zero);
        }
    }

    /// <summary>Sums the pulls of the pairs that need logarithms.</summary>
    private void SumTinyPulls(Coordinates positions, TileRow at, TileRoom room)
    {
        RowGeometry<TDimensions> row = new(positions, at.I);
        ColumnSums<TDimensions> columns = new(room.Columns, positions.Stride);
        ScaleRoom stages = new(at, room);
        Span<Lanes> pulls = stackalloc Lanes[scales.Length];
        for (int j = at.First; j < at.End; j += Lanes.Count)
        {
            if (IsPlain(at.I, j, stages))
            {
                continue;
            }

            logarithmic.Pulls(row.Squared(j), at.I, j, true, stages.There.Sixteen(j), pulls);
            for (int u = 0; u < pulls.Length; u++)
            {
                scales[u].RowSums[at.I] += row.OfLater(j, pulls[u]).Sum();
            }

            logarithmic.Pulls(row.Squared(j), at.I, j, false, stages.Back.Sixteen(j), pulls);
            for (int u = 0; u < pulls.Length; u++)
            {
                columns.Add(u, j, row.OfLater(j, pulls[u]));
            }
        }
    }

    /// <summary>k_ij + k_ji of sixteen pairs: the sum over scales of psi_u w_u ((sum_u - h / q) / S_u + (a - 1) p / w), both directions together.</summary>
    [MethodImpl(HotLoop.Alone)]
    private Lanes ForceConstant(Lanes f, int i, int j, ScaleRoom stages, float extra)
    {
        (Lanes slopeThere, Lanes slopeBack) = (stages.SlopeThere.Sixteen(j), stages.SlopeBack.Sixteen(j));
        Lanes pull = extra == 0
            ? Lanes.Zero
            : Lanes.Broadcast(extra) * (stages.There.Sixteen(j) + stages.Back.Sixteen(j)) / stages.MeanWeight.Sixteen(j);
        Lanes k = Lanes.Zero;
        for (int u = 0; u < scales.Length; u++)
        {
            ScaleState scale = scales[u];
            Lanes precision = Lanes.Broadcast(scale.Precision);
            Lanes bracket = Lanes.FusedMultiplyAdd(Lanes.Broadcast(scale.PullSums[i]) - slopeThere, Lanes.Broadcast(scale.Inverses[i]), pull);
            bracket = Lanes.FusedMultiplyAdd(PairState.Sixteen(scale.PullSums, j) - slopeBack, PairState.Sixteen(scale.Inverses, j), bracket);
            k = Lanes.FusedMultiplyAdd(precision * kernel.Decay(precision * f, Lanes.Broadcast(1)) * stages.Weight(u).Sixteen(j), bracket, k);
        }

        return k * Lanes.Broadcast(share);
    }

    /// <summary>True if no mean of sixteen pairs has lost its digits.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool IsPlain(int i, int j, ScaleRoom stages)
    {
        Lanes smallest = Lanes.Min(stages.MeanWeight.Sixteen(j), Lanes.Min(stages.MeanThere.Sixteen(j), stages.MeanBack.Sixteen(j)));
        return isPlain[i / Lanes.Count] && isPlain[j / Lanes.Count] && !(smallest < Lanes.Broadcast(SmallestMean)).IsAnywhere;
    }

    /// <summary>dC/dq = h / q. A call of its own, since the compiler inlines only so much into one loop.</summary>
    [MethodImpl(HotLoop.Alone)]
    private Lanes Slope(Lanes p, Lanes q) => divergence.Pull(p, q, Lanes.Log(q)) / q;

    /// <summary>The terms of the cost. A call of its own, too.</summary>
    [MethodImpl(HotLoop.Alone)]
    private Lanes Term(Lanes p, Lanes q) => divergence.Term(p, q, Lanes.Log(q));
}
