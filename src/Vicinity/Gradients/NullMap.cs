namespace Vicinity;

/// <summary>The map that knows nothing: all points at one place.</summary>
internal static class NullMap
{
    /// <summary>C at q = 1/(n - 1) per row or 1/(n (n - 1)) over all pairs, or at w(0) if nothing is normalised; 0 if there are no pairs.</summary>
    public static double Loss<TDivergence>(TDivergence divergence, Normalization normalization, double logWeight, IPairValues values)
        where TDivergence : struct, IDivergence
    {
        double pairs = (double)values.Count * (values.Count - 1);
        if (pairs <= 0)
        {
            return 0;
        }

        double lnQ = normalization switch
        {
            Normalization.PointWise => -Math.Log(values.Count - 1),
            Normalization.None => logWeight,
            _ => -Math.Log(pairs),
        };
        double q = Math.Exp(lnQ);
        double atZero = divergence.Term(0, q, lnQ);
        double loss = 0;
        for (int i = 0; i < values.Count; i++)
        {
            int absent = values.Count - 1;
            foreach (float p in values.Stored(i))
            {
                loss += p == 0 ? 0 : divergence.Term(p, q, lnQ);
                absent -= p == 0 ? 0 : 1;
            }

            loss += absent > 0 ? absent * atZero : 0;
        }

        return loss;
    }
}
