namespace Vicinity.Scoreboard;

/// <summary>
/// P of t-SNE: p_j|i proportional to exp(-b_i d_ij^2) over the 3 U nearest rows, b_i such that the entropy is ln U; p_ij = (p_j|i + p_i|j) / 2n.
/// </summary>
public sealed class InputProbabilities
{
    private const int Halvings = 56;

    private readonly NearestRows near;
    private readonly double[][] shares;

    /// <param name="near">The nearest rows; all of them get a share.</param>
    /// <param name="count">n.</param>
    /// <param name="perplexity">U.</param>
    public InputProbabilities(NearestRows near, int count, double perplexity)
    {
        ArgumentNullException.ThrowIfNull(near);
        this.near = near;
        shares = new double[count][];
        Parallel.For(0, count, i => shares[i] = Calibrated(near.Squares(i), Math.Log(perplexity)));
        NegativeEntropy = Sum();
    }

    /// <summary>sum_ij p_ij ln p_ij.</summary>
    public double NegativeEntropy { get; }

    /// <summary>sum_ij p_ij ln(1 + |y_i - y_j|^2) of a map; the p_j|i will do, for what they are multiplied by is symmetric.</summary>
    public double MeanLogarithm(NpyTable map)
    {
        ArgumentNullException.ThrowIfNull(map);
        double[] sums = new double[shares.Length];
        Parallel.For(0, shares.Length, i =>
        {
            for (int k = 0; k < shares[i].Length; k++)
            {
                sums[i] += shares[i][k] * Math.Log(1 + MapJudge.Square(map.Row(i), map.Row(near.Of(i)[k])));
            }
        });
        return sums.Sum() / shares.Length;
    }

    /// <summary>Shares of the entropy, by bisection of ln b; equal distances keep equal shares, whatever the entropy.</summary>
    private static double[] Calibrated(ReadOnlySpan<double> squares, double entropy)
    {
        double[] result = new double[squares.Length];
        double scale = squares[^1] - squares[0];
        (double low, double high) = (-100, 100);
        for (int step = 0; step < Halvings; step++)
        {
            double middle = (low + high) / 2;
            (low, high) = Entropy(squares, Math.Exp(middle) / (scale > 0 ? scale : 1), result) > entropy ? (middle, high) : (low, middle);
        }

        return result;
    }

    /// <summary>Writes the shares at a precision; returns their entropy.</summary>
    private static double Entropy(ReadOnlySpan<double> squares, double precision, double[] result)
    {
        (double sum, double weighted) = (0, 0);
        for (int k = 0; k < result.Length; k++)
        {
            double exponent = precision * (squares[k] - squares[0]);
            result[k] = Math.Exp(-exponent);
            sum += result[k];
            weighted += result[k] == 0 ? 0 : result[k] * exponent;
        }

        for (int k = 0; k < result.Length; k++)
        {
            result[k] /= sum;
        }

        return Math.Log(sum) + (weighted / sum);
    }

    private double Sum()
    {
        int count = shares.Length;
        double[] sums = new double[count];
        Parallel.For(0, count, i =>
        {
            for (int k = 0; k < near.PerRow; k++)
            {
                int j = near.Of(i)[k];
                int back = near.Of(j).IndexOf(i);
                double joint = (shares[i][k] + (back < 0 ? 0 : shares[j][back])) / (2 * count);

                // A pair that j does not know is met from here alone, and stands for both of its directions.
                sums[i] += joint == 0 ? 0 : (back < 0 ? 2 : 1) * joint * Math.Log(joint);
            }
        });
        return sums.Sum();
    }
}
