namespace Vicinity;

/// <summary>The sums over P of a divergence whose pull does not depend on q: constant for a whole run.</summary>
internal static class SeparableSums
{
    /// <summary>sum_j h_ij of every row.</summary>
    public static double[] Pulls<TDivergence>(TDivergence divergence, IPairValues values)
        where TDivergence : struct, IDivergence
    {
        double[] sums = new double[values.Count];
        for (int i = 0; i < sums.Length; i++)
        {
            foreach (float p in values.Stored(i))
            {
                sums[i] += p == 0 ? 0 : divergence.Pull(p, 1, 0);
            }
        }

        return sums;
    }

    /// <summary>sum of the terms at q = 1.</summary>
    public static double Terms<TDivergence>(TDivergence divergence, PairedAffinities affinities)
        where TDivergence : struct, IDivergence
    {
        double sum = 0;
        for (int i = 0; i < affinities.Count; i++)
        {
            foreach (float p in affinities.Forward(i))
            {
                sum += p == 0 ? 0 : divergence.Term(p, 1, 0);
            }
        }

        return sum;
    }
}
