namespace Vicinity;

/// <summary>How many neighbours the rows of P amount to.</summary>
internal static class RowEntropy
{
    /// <summary>The median of exp(H) over the rows that have an entry, every row divided by its sum; the mean of the middle two of an even number.</summary>
    public static double MedianPerplexity(SparseRows rows)
    {
        List<double> entropies = [];
        for (int i = 0; i < rows.Count; i++)
        {
            if (!rows.RowValues(i).IsEmpty)
            {
                entropies.Add(Entropy(rows.RowValues(i), rows.RowSum(i)));
            }
        }

        entropies.Sort();
        int middle = entropies.Count / 2;
        return entropies.Count == 0 ? 0
            : entropies.Count % 2 == 1 ? EntropyKernel.Exp(entropies[middle])
            : 0.5 * (EntropyKernel.Exp(entropies[middle - 1]) + EntropyKernel.Exp(entropies[middle]));
    }

    private static double Entropy(ReadOnlySpan<float> values, double sum)
    {
        double entropy = 0;
        foreach (float value in values)
        {
            double p = value / sum;
            entropy -= p * EntropyKernel.Log(p);
        }

        return Math.Max(0, entropy);
    }
}
