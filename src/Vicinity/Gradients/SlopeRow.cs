using System.Runtime.CompilerServices;

namespace Vicinity;

/// <summary>What the parameter of one point does to the cost, sixteen pairs at a time.</summary>
internal static class SlopeRow<TWeights, TPoint, TDimensions>
    where TWeights : struct, IPairWeights<TPoint>
    where TPoint : struct
    where TDimensions : struct, IDimensions
{
    private const int TileColumns = 1024;

    /// <summary>
    /// Sums over j: of a term times d ln w_ij / d theta_i, of q_ij times the same, and of the term; where both directions share their
    /// weight, of the terms of both. Apart, since q sum h and h are large numbers with a small difference.
    /// </summary>
    [MethodImpl(HotLoop.Alone)]
    public static (double Slope, double Share, double Term) Sum<TTerm>(TWeights weights, TTerm term, Coordinates positions, int i, float inverse)
        where TTerm : struct, IPairTerm
    {
        RowGeometry<TDimensions> row = new(positions, i);
        TPoint here = weights.One(i);
        (double slope, double share, double total) = (0, 0, 0);
        for (int j = 0; j < positions.Stride; j += Lanes.Count)
        {
            Lanes f = row.Squared(j);
            TPoint other = weights.Sixteen(j);
            weights.Evaluate(f, here, other, out Lanes w, out Lanes lnW, out _);
            Lanes bracket = weights.IsSymmetric ? term.Both(w, lnW, i, j) : term.There(w, lnW, i, j);
            Lanes byParameter = row.OfOthers(j, weights.Slope(f, here, other));
            bracket = row.OfOthers(j, bracket);
            slope += (bracket * byParameter).Sum();
            share += (PairState.Probability(w, Lanes.Broadcast(inverse)) * byParameter).Sum();
            total += bracket.Sum();
        }

        return (slope, share, total);
    }

    /// <summary>Sum over j of q_ij d ln w_ij / d theta_i: all that p = 0 has to say if the pull does not depend on q.</summary>
    [MethodImpl(HotLoop.Alone)]
    public static double Share(TWeights weights, Coordinates positions, int i, float inverse)
    {
        RowGeometry<TDimensions> row = new(positions, i);
        TPoint here = weights.One(i);
        double total = 0;
        for (int tile = 0; tile < positions.Stride; tile += TileColumns)
        {
            Lanes sum = Lanes.Zero;
            for (int j = tile; j < Math.Min(positions.Stride, tile + TileColumns); j += Lanes.Count)
            {
                weights.EvaluateSlope(row.Squared(j), here, weights.Sixteen(j), out Lanes w, out Lanes slope);
                sum += row.OfOthers(j, PairState.Probability(w, Lanes.Broadcast(inverse)) * slope);
            }

            total += sum.Sum();
        }

        return total;
    }
}
