using System.Runtime.CompilerServices;

namespace Vicinity;

/// <summary>What one point and the later ones do to each other where w_ij = w_ji, sixteen at a time.</summary>
internal static class EvenRow<TWeights, TPoint, TDimensions>
    where TWeights : struct, IPairWeights<TPoint>
    where TPoint : struct
    where TDimensions : struct, IDimensions
{
    /// <summary>Sums of psi term (y_i - y_j) over both directions of each pair, into the row and, negated, into the columns; and of the weights.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Force<TTerm>(TWeights weights, TTerm term, Coordinates positions, TileRow at, Span<float> columns, ref RowForce sum)
        where TTerm : struct, IPairTerm
    {
        RowGeometry<TDimensions> row = new(positions, at.I);
        ColumnSums reactions = new(columns, positions.Stride);
        TPoint here = weights.One(at.I);
        (Lanes sumW, Lanes sumX, Lanes sumY, Lanes sumZ) = (Lanes.Zero, Lanes.Zero, Lanes.Zero, Lanes.Zero);
        for (int j = at.First; j < at.End; j += Lanes.Count)
        {
            (Lanes dx, Lanes dy, Lanes dz) = (row.Difference(0, j), row.Difference(1, j), row.Difference(2, j));
            Lanes f = RowGeometry<TDimensions>.Squared(dx, dy, dz);
            TPoint other = weights.Sixteen(j);
            Lanes w = weights.Weight(f, here, other);
            Lanes lnW = term.ReadsLogarithm ? weights.LogWeight(f, here, other) : Lanes.Zero;
            Lanes k = weights.Decay(f, here, other) * term.Both(w, lnW, at.I, j);
            if (row.IsPartly(j))
            {
                (w, k) = (row.OfLater(j, w), row.OfLater(j, k));
            }

            sumW += w;
            sumX = Lanes.FusedMultiplyAdd(k, dx, sumX);
            reactions.Push(0, j, k, dx);
            if (default(TDimensions).Count > 1)
            {
                sumY = Lanes.FusedMultiplyAdd(k, dy, sumY);
                reactions.Push(1, j, k, dy);
            }

            if (default(TDimensions).Count > 2)
            {
                sumZ = Lanes.FusedMultiplyAdd(k, dz, sumZ);
                reactions.Push(2, j, k, dz);
            }
        }

        sum.Weight += 2 * sumW.Sum();
        sum.Add(sumX.Sum(), sumY.Sum(), sumZ.Sum());
    }

    /// <summary>The same for the weight itself and for a moment of it, apart: what one S needs that is not yet known.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Forces<TMoment>(TWeights weights, TMoment moment, Coordinates positions, TileRow at, Span<float> columns, ref RowForce sum)
        where TMoment : struct, IMoment
    {
        int dimensions = default(TDimensions).Count;
        RowGeometry<TDimensions> row = new(positions, at.I);
        ColumnSums reactions = new(columns, positions.Stride);
        TPoint here = weights.One(at.I);
        (Lanes sumW, Lanes sumX, Lanes sumY, Lanes sumZ) = (Lanes.Zero, Lanes.Zero, Lanes.Zero, Lanes.Zero);
        (Lanes sumU, Lanes momentX, Lanes momentY, Lanes momentZ) = (Lanes.Zero, Lanes.Zero, Lanes.Zero, Lanes.Zero);
        for (int j = at.First; j < at.End; j += Lanes.Count)
        {
            (Lanes dx, Lanes dy, Lanes dz) = (row.Difference(0, j), row.Difference(1, j), row.Difference(2, j));
            Lanes f = RowGeometry<TDimensions>.Squared(dx, dy, dz);
            TPoint other = weights.Sixteen(j);
            Lanes w = weights.Weight(f, here, other);
            Lanes u = moment.Of(w, moment.ReadsLogarithm ? weights.LogWeight(f, here, other) : Lanes.Zero);
            (w, u) = row.IsPartly(j) ? (row.OfLater(j, w), row.OfLater(j, u)) : (w, u);
            (sumW, sumU) = (sumW + w, sumU + u);
            Lanes psi = weights.Decay(f, here, other);
            (w, u) = (psi * w, psi * u);
            (sumX, momentX) = (Lanes.FusedMultiplyAdd(w, dx, sumX), Lanes.FusedMultiplyAdd(u, dx, momentX));
            Push(reactions, 0, dimensions, j, w, u, dx);
            if (dimensions > 1)
            {
                (sumY, momentY) = (Lanes.FusedMultiplyAdd(w, dy, sumY), Lanes.FusedMultiplyAdd(u, dy, momentY));
                Push(reactions, 1, dimensions, j, w, u, dy);
            }

            if (dimensions > 2)
            {
                (sumZ, momentZ) = (Lanes.FusedMultiplyAdd(w, dz, sumZ), Lanes.FusedMultiplyAdd(u, dz, momentZ));
                Push(reactions, 2, dimensions, j, w, u, dz);
            }
        }

        (sum.Weight, sum.Moment) = (sum.Weight + (2 * sumW.Sum()), sum.Moment + (2 * sumU.Sum()));
        sum.Add(sumX.Sum(), sumY.Sum(), sumZ.Sum());
        sum.AddMoment(momentX.Sum(), momentY.Sum(), momentZ.Sum());
    }

    /// <summary>What a pair does to its column in one dimension: by weight, and behind all dimensions of that by moment.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Push(ColumnSums reactions, int dimension, int dimensions, int j, Lanes w, Lanes u, Lanes difference)
    {
        reactions.Push(dimension, j, w, difference);
        reactions.Push(dimensions + dimension, j, u, difference);
    }

    /// <summary>Sums of two terms over both directions of each pair, into X and Y of the row.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Sum<TFirst, TSecond>(TWeights weights, TFirst first, TSecond second, Coordinates positions, TileRow at, ref RowForce sum)
        where TFirst : struct, IPairTerm
        where TSecond : struct, IPairTerm
    {
        RowGeometry<TDimensions> row = new(positions, at.I);
        TPoint here = weights.One(at.I);
        (Lanes sumX, Lanes sumY) = (Lanes.Zero, Lanes.Zero);
        for (int j = at.First; j < at.End; j += Lanes.Count)
        {
            Lanes f = row.Squared(j);
            TPoint other = weights.Sixteen(j);
            Lanes w = weights.Weight(f, here, other);
            Lanes lnW = first.ReadsLogarithm || second.ReadsLogarithm ? weights.LogWeight(f, here, other) : Lanes.Zero;
            sumX += row.OfLaterIfPartly(j, first.Both(w, lnW, at.I, j));
            sumY += second.IsZero ? Lanes.Zero : row.OfLaterIfPartly(j, second.Both(w, lnW, at.I, j));
        }

        sum.Add(sumX.Sum(), sumY.Sum(), 0);
    }

    /// <summary>Sums of two terms: i's own into X and Y of the row, those of the other direction into the columns.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void SumRows<TFirst, TSecond>(
        TWeights weights, TFirst first, TSecond second, Coordinates positions, TileRow at, Span<float> columns, ref RowForce sum)
        where TFirst : struct, IPairTerm
        where TSecond : struct, IPairTerm
    {
        RowGeometry<TDimensions> row = new(positions, at.I);
        ColumnSums reactions = new(columns, positions.Stride);
        TPoint here = weights.One(at.I);
        (Lanes sumX, Lanes sumY) = (Lanes.Zero, Lanes.Zero);
        for (int j = at.First; j < at.End; j += Lanes.Count)
        {
            Lanes f = row.Squared(j);
            TPoint other = weights.Sixteen(j);
            Lanes w = weights.Weight(f, here, other);
            Lanes lnW = first.ReadsLogarithm || second.ReadsLogarithm ? weights.LogWeight(f, here, other) : Lanes.Zero;
            sumX += row.OfLaterIfPartly(j, first.There(w, lnW, at.I, j));
            reactions.Add(0, j, row.OfLaterIfPartly(j, first.Back(w, lnW, at.I, j)));
            if (!second.IsZero)
            {
                sumY += row.OfLaterIfPartly(j, second.There(w, lnW, at.I, j));
                reactions.Add(1, j, row.OfLaterIfPartly(j, second.Back(w, lnW, at.I, j)));
            }
        }

        sum.Add(sumX.Sum(), sumY.Sum(), 0);
    }
}
