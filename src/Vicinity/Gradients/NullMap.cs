namespace Vicinity;

/// <summary>The map that knows nothing: all q equal.</summary>
internal static class NullMap
{
    /// <summary>C at q = 1/(n - 1) per row or 1/(n (n - 1)) over all pairs; 0 if there are no pairs.</summary>
    public static double Loss<TDivergence>(TDivergence divergence, Normalization normalization, PairedAffinities affinities)
        where TDivergence : struct, IDivergence
    {
        double pairs = (double)affinities.Count * (affinities.Count - 1);
        if (pairs <= 0)
        {
            return 0;
        }

        double q = normalization == Normalization.PointWise ? 1.0 / (affinities.Count - 1) : 1 / pairs;
        double lnQ = Math.Log(q);
        double loss = 0;
        double present = 0;
        for (int i = 0; i < affinities.Count; i++)
        {
            foreach (float p in affinities.Forward(i))
            {
                loss += p > 0 ? divergence.Term(p, q, lnQ) : 0;
                present += p > 0 ? 1 : 0;
            }
        }

        return loss + ((pairs - present) * divergence.Term(0, q, lnQ));
    }
}
