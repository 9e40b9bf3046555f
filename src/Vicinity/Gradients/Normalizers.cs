namespace Vicinity;

/// <summary>S of every row, or of all pairs, from the row sums of the weights; in logarithms where the weights underflow.</summary>
internal sealed class Normalizers<TKernel>(FarRows<TKernel> farRows, Normalization normalization, int count)
    where TKernel : struct, IKernel
{
    private readonly int[] far = new int[count];
    private int farCount;

    /// <summary>sum_j w_ij in float weights: written by the engine, then settled.</summary>
    public double[] Weights { get; } = new double[count];

    /// <summary>ln S_i; pair-wise ln S in every row; -infinity if there are no pairs.</summary>
    public double[] Logarithms { get; } = new double[count];

    /// <summary>1 / S_i; pair-wise 1 / S in every row; 0 for far rows.</summary>
    public double[] Inverses { get; } = new double[count];

    /// <summary>The rows, ascending, whose float weights cannot be trusted; pair-wise none or all.</summary>
    public ReadOnlyMemory<int> Far => far.AsMemory(0, farCount);

    /// <summary>Turns <see cref="Weights"/> into normalisers, in row order.</summary>
    public void Settle(Coordinates positions)
    {
        farCount = 0;
        if (normalization == Normalization.PairWise)
        {
            SettleTotal(positions);
        }
        else
        {
            SettleRows(positions);
        }
    }

    private void SettleRows(Coordinates positions)
    {
        for (int i = 0; i < count; i++)
        {
            bool trusted = Weights[i] > FarRows<TKernel>.SmallestTrusted(count);
            Inverses[i] = trusted ? 1 / Weights[i] : 0;
            Logarithms[i] = Math.Log(Weights[i]);
            if (!trusted)
            {
                far[farCount++] = i;
            }
        }

        farRows.LogNormalizers(positions, Far, Logarithms);
    }

    private void SettleTotal(Coordinates positions)
    {
        double total = 0;
        foreach (double weight in Weights)
        {
            total += weight;
        }

        bool trusted = total > FarRows<TKernel>.SmallestTrusted((double)count * count);
        for (int i = 0; !trusted && i < count; i++)
        {
            far[farCount++] = i;
        }

        farRows.LogNormalizers(positions, Far, Logarithms);
        Array.Fill(Logarithms, trusted ? Math.Log(total) : LogSumExp(Logarithms));
        Array.Fill(Inverses, trusted ? 1 / total : 0);
    }

    private static double LogSumExp(ReadOnlySpan<double> logarithms)
    {
        double largest = double.NegativeInfinity;
        foreach (double x in logarithms)
        {
            largest = Math.Max(largest, x);
        }

        double sum = 0;
        foreach (double x in logarithms)
        {
            sum += Math.Exp(x - largest);
        }

        return double.IsNegativeInfinity(largest) ? largest : largest + Math.Log(sum);
    }
}
