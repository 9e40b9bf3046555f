using System.Runtime.CompilerServices;

namespace Vicinity;

/// <summary>What the parameter of one point does to the cost, sixteen pairs at a time.</summary>
internal static class SlopeRow<TWeights, TPoint, TDimensions>
    where TWeights : struct, IPairWeights<TPoint>
    where TPoint : struct
    where TDimensions : struct, IDimensions
{
    /// <summary>sum_j of a term times d ln w_ij / d theta_i; where both directions share their weight, of the terms of both.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static double Sum<TTerm>(TWeights weights, TTerm term, Coordinates positions, int i)
        where TTerm : struct, IPairTerm
    {
        RowGeometry<TDimensions> row = new(positions, i);
        TPoint here = weights.One(i);
        double total = 0;
        for (int j = 0; j < positions.Stride; j += Lanes.Count)
        {
            Lanes f = row.Squared(j);
            TPoint other = weights.Sixteen(j);
            Lanes w = weights.Weight(f, here, other);
            Lanes lnW = weights.LogWeight(f, here, other);
            Lanes bracket = weights.IsSymmetric ? term.Both(w, lnW, i, j) : term.There(w, lnW, i, j);
            total += row.OfOthers(j, bracket * weights.Slope(f, here, other)).Sum();
        }

        return total;
    }
}
