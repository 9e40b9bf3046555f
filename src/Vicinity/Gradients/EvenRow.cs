using System.Runtime.CompilerServices;

namespace Vicinity;

/// <summary>What one point and the later ones do to each other where w_ij = w_ji, sixteen at a time.</summary>
internal static class EvenRow<TWeights, TPoint, TDimensions>
    where TWeights : struct, IPairWeights<TPoint>
    where TPoint : struct
    where TDimensions : struct, IDimensions
{
    /// <summary>Sums of psi term (y_i - y_j) over both directions of each pair, into the row and, negated, into the columns; and of the weights.</summary>
    [MethodImpl(HotLoop.Alone)]
    public static void Force<TTerm>(TWeights weights, TTerm term, Coordinates positions, TileRow at, TileRoom room, ref RowForce sum)
        where TTerm : struct, IPairTerm
    {
        RowGeometry<TDimensions> row = new(positions, at.I);
        ColumnSums<TDimensions> reactions = new(room.Columns, positions.Stride);
        RowWeights<TWeights, TPoint, TDimensions> ways = new(weights, positions, at, room.Stages);
        (Lanes sumW, Lanes sumX, Lanes sumY, Lanes sumZ) = (Lanes.Zero, Lanes.Zero, Lanes.Zero, Lanes.Zero);
        for (int j = at.First; j < at.End; j += Lanes.Count)
        {
            (Lanes dx, Lanes dy, Lanes dz) = (row.Difference(0, j), row.Difference(1, j), row.Difference(2, j));
            Lanes f = RowGeometry<TDimensions>.Squared(dx, dy, dz);
            ways.There(f, j, out Lanes w, out Lanes lnW, out Lanes psi);
            Lanes k = psi * term.Both(w, lnW, at.I, j);
            if (row.IsPartly(j))
            {
                (w, k) = (row.OfLater(j, w), row.OfLater(j, k));
            }

            sumW += w;
            sumX = reactions.Push(0, 0, j, k, dx, sumX);
            sumY = reactions.Push(1, 0, j, k, dy, sumY);
            sumZ = reactions.Push(2, 0, j, k, dz, sumZ);
        }

        sum.Weight += 2 * sumW.Sum();
        sum.Add(sumX.Sum(), sumY.Sum(), sumZ.Sum());
    }

    /// <summary>The same of the weight itself and of a term, apart and for one direction: they are mixed once their sums are known.</summary>
    [MethodImpl(HotLoop.Alone)]
    public static void Forces<TTerm>(TWeights weights, TTerm term, Coordinates positions, TileRow at, TileRoom room, ref RowForce sum)
        where TTerm : struct, IPairTerm
    {
        RowGeometry<TDimensions> row = new(positions, at.I);
        ColumnSums<TDimensions> reactions = new(room.Columns, positions.Stride);
        RowWeights<TWeights, TPoint, TDimensions> ways = new(weights, positions, at, room.Stages);
        (Lanes sumW, Lanes sumX, Lanes sumY, Lanes sumZ) = (Lanes.Zero, Lanes.Zero, Lanes.Zero, Lanes.Zero);
        (Lanes sumU, Lanes momentX, Lanes momentY, Lanes momentZ) = (Lanes.Zero, Lanes.Zero, Lanes.Zero, Lanes.Zero);
        for (int j = at.First; j < at.End; j += Lanes.Count)
        {
            (Lanes dx, Lanes dy, Lanes dz) = (row.Difference(0, j), row.Difference(1, j), row.Difference(2, j));
            Lanes f = RowGeometry<TDimensions>.Squared(dx, dy, dz);
            ways.There(f, j, out Lanes w, out Lanes lnW, out Lanes psi);
            Lanes u = term.There(w, lnW, at.I, j);
            (w, u) = row.IsPartly(j) ? (row.OfLater(j, w), row.OfLater(j, u)) : (w, u);
            (sumW, sumU) = (sumW + w, sumU + u);
            (w, u) = (psi * w, psi * u);
            sumX = reactions.Push(0, 0, j, w, dx, sumX);
            sumY = reactions.Push(1, 0, j, w, dy, sumY);
            sumZ = reactions.Push(2, 0, j, w, dz, sumZ);
            momentX = reactions.Push(0, 1, j, u, dx, momentX);
            momentY = reactions.Push(1, 1, j, u, dy, momentY);
            momentZ = reactions.Push(2, 1, j, u, dz, momentZ);
        }

        sum.Weight += 2 * sumW.Sum();
        sum.Moment += 2 * sumU.Sum();
        sum.Add(sumX.Sum(), sumY.Sum(), sumZ.Sum());
        sum.AddMoment(momentX.Sum(), momentY.Sum(), momentZ.Sum());
    }

    /// <summary>Sums of two terms over both directions of each pair, into X and Y of the row.</summary>
    [MethodImpl(HotLoop.Alone)]
    public static void Sum<TFirst, TSecond>(TWeights weights, TFirst first, TSecond second, Coordinates positions, TileRow at, TileRoom room, ref RowForce sum)
        where TFirst : struct, IPairTerm
        where TSecond : struct, IPairTerm
    {
        RowGeometry<TDimensions> row = new(positions, at.I);
        RowWeights<TWeights, TPoint, TDimensions> ways = new(weights, positions, at, room.Stages);
        (Lanes sumX, Lanes sumY) = (Lanes.Zero, Lanes.Zero);
        for (int j = at.First; j < at.End; j += Lanes.Count)
        {
            Lanes f = row.Squared(j);
            ways.There(f, j, out Lanes w, out Lanes lnW, out _);
            sumX += row.OfLaterIfPartly(j, first.Both(w, lnW, at.I, j));
            sumY += second.IsZero ? Lanes.Zero : row.OfLaterIfPartly(j, second.Both(w, lnW, at.I, j));
        }

        sum.Add(sumX.Sum(), sumY.Sum(), 0);
    }

    /// <summary>Sums of two terms: i's own into X and Y of the row, those of the other direction into the columns.</summary>
    [MethodImpl(HotLoop.Alone)]
    public static void SumRows<TFirst, TSecond>(
        TWeights weights, TFirst first, TSecond second, Coordinates positions, TileRow at, TileRoom room, ref RowForce sum)
        where TFirst : struct, IPairTerm
        where TSecond : struct, IPairTerm
    {
        RowGeometry<TDimensions> row = new(positions, at.I);
        ColumnSums<TDimensions> reactions = new(room.Columns, positions.Stride);
        RowWeights<TWeights, TPoint, TDimensions> ways = new(weights, positions, at, room.Stages);
        (Lanes sumX, Lanes sumY) = (Lanes.Zero, Lanes.Zero);
        for (int j = at.First; j < at.End; j += Lanes.Count)
        {
            Lanes f = row.Squared(j);
            ways.There(f, j, out Lanes w, out Lanes lnW, out _);
            first.Each(w, lnW, at.I, j, out Lanes there, out Lanes back);
            sumX += row.OfLaterIfPartly(j, there);
            reactions.Add(0, j, row.OfLaterIfPartly(j, back));
            if (!second.IsZero)
            {
                second.Each(w, lnW, at.I, j, out there, out back);
                sumY += row.OfLaterIfPartly(j, there);
                reactions.Add(1, j, row.OfLaterIfPartly(j, back));
            }
        }

        sum.Add(sumX.Sum(), sumY.Sum(), 0);
    }
}
