namespace Vicinity;

/// <summary>Any cost, as its row of the master equation in double: dC/dy = 2 sum_j k_j (y - y_j), k_j = -psi_j (h_j - q_j sum h).</summary>
/// <remarks>Similarities are normalised over the row, also where the fit did it over all pairs. Cost: n logarithms and powers per place.</remarks>
internal sealed class DensePlacement<TDivergence, TKernel>(TDivergence divergence, TKernel kernel, Objective part, FixedMap map) : PlacementPart
    where TDivergence : struct, IDivergence
    where TKernel : struct, IKernel
{
    private const double Far = -1;
    private readonly double extra = part.Input == ObjectiveInput.Affinities ? map.Exaggeration - 1 : 0;
    private readonly bool isNormalized = part.Normalization != Normalization.None;

    public override double Add(PlacementRow row, ReadOnlySpan<float> place, double factor, Span<double> gradient)
    {
        int[] others = part.Input == ObjectiveInput.GeodesicDistances ? row.Neighbors : [.. Enumerable.Range(0, map.Count)];
        double[] p = Inputs(row);
        double[] f = Array.ConvertAll(others, SquaredDistanceTo(place));
        double[] lnQ = Array.ConvertAll(f, squared => kernel.LogWeight(squared, row.Theta));
        double lnSum = isNormalized ? LogSum(lnQ) : 0;
        double[] pulls = new double[others.Length];
        double cost = 0;
        for (int k = 0; k < others.Length; k++)
        {
            lnQ[k] -= lnSum;
            double q = Math.Exp(lnQ[k]);
            pulls[k] = divergence.Pull(p[k], q, lnQ[k]);
            cost += divergence.Term(p[k], q, lnQ[k]) - (extra * Math.Max(0, p[k]) * (lnQ[k] + lnSum));
        }

        double total = isNormalized ? pulls.Sum() : 0;
        for (int k = 0; k < others.Length; k++)
        {
            double bracket = pulls[k] - (Math.Exp(lnQ[k]) * total) - (extra * Math.Max(0, p[k]));
            double slope = -2 * factor * kernel.Decay(f[k], row.Theta) * bracket;
            for (int d = 0; d < gradient.Length; d++)
            {
                gradient[d] += slope * ((double)place[d] - map.Positions.Axis(d)[others[k]]);
            }
        }

        return factor * cost;
    }

    private static double LogSum(double[] logarithms)
    {
        double top = logarithms.Max();
        return top + Math.Log(logarithms.Sum(value => Math.Exp(value - top)));
    }

    private Converter<int, double> SquaredDistanceTo(ReadOnlySpan<float> place)
    {
        float[] at = place.ToArray();
        return j =>
        {
            double squared = 0;
            for (int d = 0; d < at.Length; d++)
            {
                double difference = (double)at[d] - map.Positions.Axis(d)[j];
                squared += difference * difference;
            }

            return squared;
        };
    }

    /// <summary>What the distances in the map are compared with, beside the others.</summary>
    private double[] Inputs(PlacementRow row) => part.Input switch
    {
        ObjectiveInput.Affinities => Spread(row, row.Weights, 0),
        ObjectiveInput.GeodesicDistances => Array.ConvertAll(row.Distances, distance => (double)distance),
        ObjectiveInput.BallDistances or ObjectiveInput.NeighborDistances => Spread(row, Array.ConvertAll(row.Distances, distance => (double)distance), Far),
        ObjectiveInput.DistanceShares => Shares(row.AllDistances),
        ObjectiveInput.FarShares => Shares(Array.ConvertAll(row.AllDistances, r => 1 + (r * r))),
        _ => row.AllDistances,
    };

    private double[] Spread(PlacementRow row, double[] values, double otherwise)
    {
        double[] all = new double[map.Count];
        Array.Fill(all, otherwise);
        for (int k = 0; k < row.Neighbors.Length; k++)
        {
            all[row.Neighbors[k]] = values[k];
        }

        return all;
    }

    /// <summary>Of the row, or what a row has of the shares of all pairs.</summary>
    private double[] Shares(double[] values)
    {
        double total = values.Sum() * (isNormalized ? 1 : map.Count);
        return Array.ConvertAll(values, value => total > 0 ? value / total : 0);
    }
}
