namespace Vicinity;

/// <summary>The directions of largest variance of a data set: X - mean = U S V^T, the columns of V, signs fixed.</summary>
/// <remarks>
/// By the covariance of the columns or the Gram matrix of the points, whichever is smaller, and subspace iteration; data is centred in
/// double and scaled by a power of two first, so units and offsets do not matter. Signs: the largest absolute loading is positive.
/// Cost: O(n d min(n, d)).
/// </remarks>
internal sealed class PrincipalComponents
{
    private readonly double[] means;
    private readonly double[][] loadings;

    private PrincipalComponents(double[] means, double[][] loadings)
    {
        this.means = means;
        this.loadings = loadings;
    }

    /// <summary>Finds the first components; data of fewer dimensions gives loadings of zeros for those that do not exist.</summary>
    public static PrincipalComponents Build(Matrix data, int count, int threads)
    {
        (double[] means, double scale) = CenterAndScale(data);
        int found = Math.Min(count, Math.Min(data.Rows, data.Columns));
        double[][] loadings = data.Columns <= data.Rows
            ? Leading(data.Rows, data.Columns, found, threads, (i, row) => WritePoint(data.Row(i), means, scale, row))
            : LoadingsOfPoints(data, means, scale, Leading(data.Columns, data.Rows, found, threads, (d, row) => WriteColumn(data, d, means[d], scale, row)));
        Array.ForEach(loadings, EigenvectorSign.Fix);
        return new(means, [.. loadings, .. Enumerable.Range(0, count - found).Select(_ => new double[data.Columns])]);
    }

    /// <summary>A column of V; length d.</summary>
    public ReadOnlySpan<double> Loading(int component) => loadings[component];

    /// <summary>(x - mean) V: n x count scores, in units of the data.</summary>
    public double[,] Scores(Matrix data, int threads)
    {
        double[,] scores = new double[data.Rows, loadings.Length];
        Blocks.Run(data.Rows, 256, threads, (_, first, end) =>
        {
            for (int i = first; i < end; i++)
            {
                for (int k = 0; k < loadings.Length; k++)
                {
                    scores[i, k] = Score(data.Row(i), loadings[k]);
                }
            }
        });
        return scores;
    }

    private double Score(ReadOnlySpan<float> point, double[] loading)
    {
        double sum = 0;
        for (int d = 0; d < point.Length; d++)
        {
            sum += (point[d] - means[d]) * loading[d];
        }

        return sum;
    }

    private static double[][] Leading(int depth, int size, int count, int threads, Action<int, Span<float>> write)
    {
        double[] product = SelfProduct.Compute(depth, size, write, threads);
        return LeadingEigenvectors.Find(size, count, block => [.. block.Select(vector => Multiply(product, vector, threads))]);
    }

    private static void WritePoint(ReadOnlySpan<float> point, double[] means, double scale, Span<float> row)
    {
        for (int d = 0; d < row.Length; d++)
        {
            row[d] = (float)((point[d] - means[d]) * scale);
        }
    }

    private static void WriteColumn(Matrix data, int column, double mean, double scale, Span<float> row)
    {
        for (int i = 0; i < row.Length; i++)
        {
            row[i] = (float)((data.Row(i)[column] - mean) * scale);
        }
    }

    private static double[] Multiply(double[] matrix, double[] vector, int threads)
    {
        double[] result = new double[vector.Length];
        Blocks.Run(vector.Length, 128, threads, (_, first, end) =>
        {
            for (int i = first; i < end; i++)
            {
                ReadOnlySpan<double> row = matrix.AsSpan(i * vector.Length, vector.Length);
                double sum = 0;
                for (int j = 0; j < row.Length; j++)
                {
                    sum += row[j] * vector[j];
                }

                result[i] = sum;
            }
        });
        return result;
    }

    /// <summary>V = X^T U S^-1, for eigenvectors U of the Gram matrix.</summary>
    private static double[][] LoadingsOfPoints(Matrix data, double[] means, double scale, double[][] vectors)
    {
        double[][] loadings = [.. vectors.Select(_ => new double[data.Columns])];
        for (int k = 0; k < vectors.Length; k++)
        {
            for (int i = 0; i < data.Rows; i++)
            {
                ReadOnlySpan<float> row = data.Row(i);
                for (int d = 0; d < row.Length; d++)
                {
                    loadings[k][d] += (row[d] - means[d]) * scale * vectors[k][i];
                }
            }

            double length = Math.Sqrt(loadings[k].Sum(value => value * value));
            loadings[k] = [.. loadings[k].Select(value => length > 1e-6 ? value / length : 0)];
        }

        return loadings;
    }

    private static (double[] Means, double Scale) CenterAndScale(Matrix data)
    {
        double[] means = new double[data.Columns];
        for (int i = 0; i < data.Rows; i++)
        {
            ReadOnlySpan<float> row = data.Row(i);
            for (int d = 0; d < row.Length; d++)
            {
                means[d] += row[d];
            }
        }

        double largest = 0;
        for (int d = 0; d < means.Length; d++)
        {
            means[d] /= Math.Max(1, data.Rows);
        }

        for (int i = 0; i < data.Rows; i++)
        {
            ReadOnlySpan<float> row = data.Row(i);
            for (int d = 0; d < row.Length; d++)
            {
                largest = Math.Max(largest, Math.Abs(row[d] - means[d]));
            }
        }

        return (means, largest > 0 ? Math.ScaleB(1, -Math.ILogB(largest)) : 1);
    }
}
