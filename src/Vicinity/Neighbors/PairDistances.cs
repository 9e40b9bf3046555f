namespace Vicinity;

/// <summary>Distances of all pairs of points, and shares made of them.</summary>
internal static class PairDistances
{
    private const int Tile = 64;
    private const int BlockRows = 16;

    /// <summary>r_ij, Euclidean, from differences squared and summed in double. Cost: n^2 d / 2.</summary>
    /// <exception cref="ArgumentException">There are more points than memory can hold pairs of.</exception>
    /// <exception cref="OperationCanceledException">The work was cancelled.</exception>
    public static PairMatrix Build(Matrix data, int threads, CancellationToken cancellation)
    {
        PairMatrix distances = new(data.Rows);
        Blocks.Run(data.Rows, Tile, threads, (_, first, end) =>
        {
            for (int other = first; other < data.Rows; other += Tile)
            {
                Measure(data, distances, first, end, other, Math.Min(data.Rows, other + Tile));
            }
        }, cancellation);
        return distances;
    }

    /// <summary>Turns distances into shares in place, r_ij / sum r; equal ones if all points are alike.</summary>
    public static PairMatrix ToShares(PairMatrix distances, int threads) => Divide(distances, r => r, isByRow: false, threads);

    /// <summary>Turns distances into shares of their row in place, r_ij / sum_j r_ij; equal ones if all others are where the point is.</summary>
    public static PairMatrix ToRowShares(PairMatrix distances, int threads) => Divide(distances, r => r, isByRow: true, threads);

    /// <summary>Turns distances into far shares in place, (1 + r_ij^2) / sum (1 + r^2).</summary>
    public static PairMatrix ToFarShares(PairMatrix distances, int threads) => Divide(distances, r => 1 + (r * r), isByRow: false, threads);

    private static void Measure(Matrix data, PairMatrix distances, int first, int end, int firstOther, int endOther)
    {
        for (int i = first; i < end; i++)
        {
            for (int j = Math.Max(firstOther, i + 1); j < endOther; j++)
            {
                float distance = (float)Math.Sqrt(SquaredDistance.Of(data.Row(i), data.Row(j)));
                distances.Row(i)[j] = distance;
                distances.Row(j)[i] = distance;
            }
        }
    }

    private static PairMatrix Divide(PairMatrix distances, Func<double, double> weight, bool isByRow, int threads)
    {
        int count = distances.Count;
        double[] sums = new double[count];
        Blocks.Run(count, BlockRows, threads, (_, first, end) =>
        {
            for (int i = first; i < end; i++)
            {
                sums[i] = Sum(distances.Row(i)[..count], weight) - weight(0);
            }
        });
        double all = sums.Sum();
        double equal = 1 / ((isByRow ? 1.0 : count) * (count - 1));
        Blocks.Run(count, BlockRows, threads, (_, first, end) =>
        {
            for (int i = first; i < end; i++)
            {
                double total = isByRow ? sums[i] : all;
                foreach (ref float value in distances.Row(i)[..count])
                {
                    value = (float)(total > 0 ? weight(value) / total : equal);
                }

                distances.Row(i)[i] = 0;
            }
        });
        return distances;
    }

    /// <summary>The sum over a row, its point itself included.</summary>
    private static double Sum(ReadOnlySpan<float> row, Func<double, double> weight)
    {
        double sum = 0;
        foreach (float value in row)
        {
            sum += weight(value);
        }

        return sum;
    }
}
