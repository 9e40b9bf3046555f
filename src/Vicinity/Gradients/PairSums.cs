namespace Vicinity;

/// <summary>Sums over all pairs, each visited once: which row does it is decided here.</summary>
internal sealed class PairSums<TWeights, TPoint, TDimensions>(TWeights weights, Triangle triangle)
    where TWeights : struct, IPairWeights<TPoint>
    where TPoint : struct
    where TDimensions : struct, IDimensions
{
    private static int Dimensions => default(TDimensions).Count;

    /// <summary>What each point got in the last run.</summary>
    public RowForce[] Rows => triangle.Sums;

    /// <summary>psi term (y_i - y_j) of both directions, and the weights.</summary>
    public void Force<TTerm>(Coordinates positions, TTerm term)
        where TTerm : struct, IPairTerm
    {
        if (weights.IsSymmetric)
        {
            triangle.Run(Dimensions, 0, (TileRow at, TileRoom room, ref RowForce sum) =>
                EvenRow<TWeights, TPoint, TDimensions>.Force(weights, term, positions, at, room, ref sum));
        }
        else
        {
            triangle.Run(Dimensions, 0, (TileRow at, TileRoom room, ref RowForce sum) =>
                UnevenRow<TWeights, TPoint, TDimensions>.Force(weights, term, positions, at, room, ref sum));
        }
    }

    /// <summary>psi w (y_i - y_j) and psi term (y_i - y_j), of one direction where both are the same, else of both; and w and the term of both.</summary>
    public void Forces<TTerm>(Coordinates positions, TTerm term)
        where TTerm : struct, IPairTerm
    {
        if (weights.IsSymmetric)
        {
            triangle.Run(Dimensions, Dimensions, (TileRow at, TileRoom room, ref RowForce sum) =>
                EvenRow<TWeights, TPoint, TDimensions>.Forces(weights, term, positions, at, room, ref sum));
        }
        else
        {
            triangle.Run(Dimensions, Dimensions, (TileRow at, TileRoom room, ref RowForce sum) =>
                UnevenRow<TWeights, TPoint, TDimensions>.Forces(weights, term, positions, at, room, ref sum));
        }
    }

    /// <summary>Two terms, into X and Y: by row, or anyhow with the right total.</summary>
    public void Sum<TFirst, TSecond>(Coordinates positions, TFirst first, TSecond second, bool isByRow)
        where TFirst : struct, IPairTerm
        where TSecond : struct, IPairTerm
    {
        int streams = second.IsZero ? 1 : 2;
        if (!weights.IsSymmetric)
        {
            triangle.Run(streams, 0, (TileRow at, TileRoom room, ref RowForce sum) =>
                UnevenRow<TWeights, TPoint, TDimensions>.SumRows(weights, first, second, positions, at, room, ref sum));
        }
        else if (isByRow)
        {
            triangle.Run(streams, 0, (TileRow at, TileRoom room, ref RowForce sum) =>
                EvenRow<TWeights, TPoint, TDimensions>.SumRows(weights, first, second, positions, at, room, ref sum));
        }
        else
        {
            triangle.Run(0, 0, (TileRow at, TileRoom room, ref RowForce sum) =>
                EvenRow<TWeights, TPoint, TDimensions>.Sum(weights, first, second, positions, at, room, ref sum));
        }
    }
}
