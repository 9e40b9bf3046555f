namespace Vicinity;

/// <summary>S of every row, or of all pairs, from the row sums of the weights; in logarithms where the weights underflow.</summary>
internal sealed class Normalizers(Normalization normalization, IFarNormalizers farNormalizers, int count)
{
    /// <summary>
    /// A float weight below the normal range counts as 0, so a sum of n of them may miss n times this much; the sum is trusted while
    /// that is less than a 1e8th of it.
    /// </summary>
    private const double SmallestTrustedPerPair = 1.2e-30;

    /// <summary>From this sum of q^2 on one pair holds a row nearly alone, and 1 - q has lost its digits in float.</summary>
    private const double LargestSharpness = 0.98;

    private readonly int[] far = new int[count];
    private int farCount;

    /// <summary>sum_j w_ij in float weights, or anything with the same total if there is one S: written by the engine, then settled.</summary>
    public double[] Weights { get; } = new double[count];

    /// <summary>ln S_i; pair-wise ln S in every row; -infinity if there are no pairs.</summary>
    public double[] Logarithms { get; } = new double[count];

    /// <summary>1 / S_i; pair-wise 1 / S in every row; 0 for far rows.</summary>
    public double[] Inverses { get; } = new double[count];

    /// <summary>True if every row has an S of its own.</summary>
    public bool IsByRow => normalization == Normalization.PointWise;

    /// <summary>True if the weights are used as they are, S = 1.</summary>
    public bool IsNone => normalization == Normalization.None;

    /// <summary>The largest power of the weights that is summed in float; the higher, the earlier it underflows. Default: 1.</summary>
    public double LargestPower { get; init; } = 1;

    /// <summary>The rows, ascending, that float cannot do; pair-wise none or all.</summary>
    public ReadOnlyMemory<int> Far => far.AsMemory(0, farCount);

    /// <summary>Turns <see cref="Weights"/> into normalisers, in row order.</summary>
    /// <param name="positions">Y.</param>
    /// <param name="squares">sum_j w_ij^2 of every row; empty if rows that one pair holds alone do no harm.</param>
    public void Settle(Coordinates positions, ReadOnlySpan<double> squares = default)
    {
        farCount = 0;
        if (IsNone)
        {
            Array.Fill(Inverses, 1);
        }
        else if (IsByRow)
        {
            SettleRows(positions, squares);
        }
        else
        {
            SettleTotal(positions);
        }
    }

    private void SettleRows(Coordinates positions, ReadOnlySpan<double> squares)
    {
        for (int i = 0; i < count; i++)
        {
            bool trusted = IsTrusted(Weights[i], count)
                && (squares.IsEmpty || squares[i] <= LargestSharpness * Weights[i] * Weights[i]);
            Inverses[i] = trusted ? 1 / Weights[i] : 0;
            Logarithms[i] = Math.Log(Weights[i]);
            if (!trusted)
            {
                far[farCount++] = i;
            }
        }

        farNormalizers.LogNormalizers(positions, Far, Logarithms);
    }

    private void SettleTotal(Coordinates positions)
    {
        double total = 0;
        foreach (double weight in Weights)
        {
            total += weight;
        }

        bool trusted = IsTrusted(total, (double)count * count);
        for (int i = 0; !trusted && i < count; i++)
        {
            far[farCount++] = i;
        }

        farNormalizers.LogNormalizers(positions, Far, Logarithms);
        Array.Fill(Logarithms, trusted ? Math.Log(total) : Vicinity.Logarithms.LogSumExp(Logarithms));
        Array.Fill(Inverses, trusted ? 1 / total : 0);
    }

    private bool IsTrusted(double sum, double pairs) => sum > Math.Pow(SmallestTrustedPerPair * pairs, 1 / LargestPower);
}
