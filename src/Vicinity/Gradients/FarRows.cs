namespace Vicinity;

/// <summary>
/// The rows of Q whose weights nearly all underflow in float, in double: q_ij = exp(ln w_ij - ln S). Rare, so plain.
/// </summary>
/// <param name="kernel">The kernel; its double forms are used.</param>
/// <param name="theta">The parameter of each point, at least n.</param>
/// <param name="threads">Cores to use.</param>
internal sealed class FarRows<TKernel>(TKernel kernel, float[] theta, int threads)
    where TKernel : struct, IKernel
{
    private const int BlockSize = 16;

    /// <summary>
    /// A float weight below the normal range counts as 0, so a sum of n of them may miss n times this much; the sum is trusted while
    /// that is less than a 1e8th of it.
    /// </summary>
    public static double SmallestTrusted(double pairs) => pairs * 1.2e-30;

    /// <summary>Writes ln S_i = m + ln sum_j exp(ln w_ij - m), m the largest ln w_ij, for the rows named; -infinity if there is no other point.</summary>
    public void LogNormalizers(Coordinates positions, ReadOnlyMemory<int> rows, double[] logNormalizers) =>
        Blocks.Run(rows.Length, BlockSize, threads, (_, first, end) =>
        {
            foreach (int i in rows.Span[first..end])
            {
                logNormalizers[i] = LogNormalizer(positions, i);
            }
        });

    /// <summary>
    /// Subtracts 2 c_i sum psi_ij q_ij (y_i - y_j) from the gradient of i and adds it to that of j, for all far rows i and all j;
    /// c the masses of the rows.
    /// </summary>
    public void AddForces(Coordinates positions, ReadOnlyMemory<int> rows, double[] logNormalizers, double[] masses, Coordinates gradient)
    {
        if (rows.IsEmpty)
        {
            return;
        }

        Blocks.Run(positions.Count, BlockSize, threads, (_, first, end) =>
        {
            Span<double> force = stackalloc double[positions.Dimensions];
            for (int i = first; i < end; i++)
            {
                force.Clear();
                foreach (int far in rows.Span)
                {
                    AddPair(positions, far, i, logNormalizers[far], masses[far], i, force);
                }

                for (int j = 0; j < positions.Count && rows.Span.BinarySearch(i) >= 0; j++)
                {
                    AddPair(positions, i, j, logNormalizers[i], masses[i], i, force);
                }

                for (int d = 0; d < force.Length; d++)
                {
                    gradient.Axis(d)[i] -= (float)(2 * force[d]);
                }
            }
        });
    }

    private double LogNormalizer(Coordinates positions, int i)
    {
        double largest = double.NegativeInfinity;
        for (int j = 0; j < positions.Count; j++)
        {
            largest = j == i ? largest : Math.Max(largest, kernel.LogWeight(SquaredDistance(positions, i, j), theta[i]));
        }

        double sum = 0;
        for (int j = 0; j < positions.Count; j++)
        {
            sum += j == i ? 0 : Math.Exp(kernel.LogWeight(SquaredDistance(positions, i, j), theta[i]) - largest);
        }

        return double.IsNegativeInfinity(largest) ? largest : largest + Math.Log(sum);
    }

    /// <summary>Adds c psi q of the pair (row, column) times the way from the other one to <paramref name="target"/>.</summary>
    private void AddPair(Coordinates positions, int row, int column, double logNormalizer, double mass, int target, Span<double> force)
    {
        if (row == column)
        {
            return;
        }

        double f = SquaredDistance(positions, row, column);
        double push = mass * kernel.Decay(f, theta[row]) * Math.Exp(kernel.LogWeight(f, theta[row]) - logNormalizer);
        int other = target == row ? column : row;
        for (int d = 0; d < force.Length; d++)
        {
            force[d] += push * ((double)positions.Axis(d)[target] - positions.Axis(d)[other]);
        }
    }

    private static double SquaredDistance(Coordinates positions, int i, int j)
    {
        double squared = 0;
        for (int d = 0; d < positions.Dimensions; d++)
        {
            double difference = (double)positions.Axis(d)[i] - positions.Axis(d)[j];
            squared += difference * difference;
        }

        return squared;
    }
}
