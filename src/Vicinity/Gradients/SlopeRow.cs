using System.Runtime.CompilerServices;

namespace Vicinity;

/// <summary>What the parameter of one point does to the cost, sixteen pairs at a time.</summary>
internal static class SlopeRow<TWeights, TPoint, TDimensions>
    where TWeights : struct, IPairWeights<TPoint>
    where TPoint : struct
    where TDimensions : struct, IDimensions
{
    /// <summary>
    /// Sums over j: of a term times d ln w_ij / d theta_i, of q_ij times the same, and of the term; where both directions share their
    /// weight, of the terms of both. Apart, since q sum h and h are large numbers with a small difference.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
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
}
