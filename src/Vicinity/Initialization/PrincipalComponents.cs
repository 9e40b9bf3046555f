namespace Vicinity;

/// <summary>The directions of largest variance of a data set: X - mean = U S V^T, the columns of V, signs fixed.</summary>
/// <remarks>
/// By the covariance of the columns or the Gram matrix of the points, whichever is smaller, and subspace iteration; data is centred in
/// double and scaled by a power of two first, so units and offsets do not matter. Signs: the largest absolute loading is positive.
/// Cost: O(n d min(n, d)).
/// </remarks>
internal sealed class PrincipalComponents
{
    private const int BlockRows = 64;
    private readonly double[][] loadings;
    private readonly ColumnMeans means;

    private PrincipalComponents(ColumnMeans means, double[][] loadings, double variance)
    {
        this.means = means;
        this.loadings = loadings;
        VarianceKept = variance;
    }

    /// <summary>What is taken away first.</summary>
    public ColumnMeans Means => means;

    /// <summary>Number of components.</summary>
    public int Count => loadings.Length;

    /// <summary>The components' share of the variance, 0 ... 1; 1 if there is no variance.</summary>
    public double VarianceKept { get; }

    /// <summary>Finds the first components; data of fewer dimensions gives loadings of zeros for those that do not exist.</summary>
    public static PrincipalComponents Build(Matrix data, int count, int threads)
    {
        ColumnMeans means = ColumnMeans.Of(data, threads);
        int found = Math.Min(count, Math.Min(data.Rows, data.Columns));
        bool byColumns = data.Columns <= data.Rows;
        int size = byColumns ? data.Columns : data.Rows;
        double[] product = byColumns
            ? SelfProduct.Compute(data.Rows, size, (i, row) => means.Center(data.Row(i), row), threads)
            : SelfProduct.Compute(data.Columns, size, (d, row) => WriteColumn(data, d, means, row), threads);
        double[][] vectors = LeadingEigenvectors.Find(size, found, block => Multiply(product, block, threads));
        double[][] loadings = byColumns ? vectors : LoadingsOfPoints(data, means, vectors);
        double variance = Variance(product, vectors, threads);
        Array.ForEach(loadings, EigenvectorSign.Fix);
        return new(means, [.. loadings, .. Enumerable.Range(0, count - found).Select(_ => new double[data.Columns])], variance);
    }

    /// <summary>Components that were found before; what they keep is no longer known.</summary>
    public static PrincipalComponents From(ColumnMeans means, double[][] loadings) => new(means, loadings, double.NaN);

    /// <summary>A column of V; length d.</summary>
    public ReadOnlySpan<double> Loading(int component) => loadings[component];

    /// <summary>(x - mean) V: n x count scores, in units of the data, in double.</summary>
    public double[,] Scores(Matrix data, int threads)
    {
        double[,] scores = new double[data.Rows, loadings.Length];
        Blocks.Run(data.Rows, BlockRows, threads, (_, first, end) =>
        {
            double[] centered = new double[data.Columns];
            for (int i = first; i < end; i++)
            {
                means.Subtract(data.Row(i), centered);
                for (int k = 0; k < loadings.Length; k++)
                {
                    scores[i, k] = DotProduct.Of(centered, loadings[k]);
                }
            }
        });
        return scores;
    }

    /// <summary>The scores as a data set of fewer columns, projected in float.</summary>
    public Matrix Reduce(Matrix data, int threads)
    {
        float[] reduced = new float[data.Rows * loadings.Length];
        using Projection projection = new(loadings);
        Blocks.Run(data.Rows, BlockRows, threads, (_, first, end) =>
        {
            float[] centered = new float[(end - first) * data.Columns];
            for (int i = first; i < end; i++)
            {
                means.Center(data.Row(i), centered.AsSpan((i - first) * data.Columns, data.Columns));
            }

            double[] scores = projection.Apply(centered, end - first);
            for (int at = 0; at < scores.Length; at++)
            {
                reduced[(first * loadings.Length) + at] = (float)(scores[at] / means.Scale);
            }
        });
        return Matrix.Wrap(reduced, data.Rows, loadings.Length);
    }

    /// <summary>The same for sparse rows, which are not written out: x V - mean V in double, rounded to float.</summary>
    public Matrix Reduce(SparseMatrix rows, int threads)
    {
        double[][] scores = SparseProduct.Of(rows, loadings, threads);
        double[] offsets = [.. loadings.Select(loading => DotProduct.Of(means.Means, loading))];
        return Matrix.Create(rows.Rows, loadings.Length, (i, row) =>
        {
            for (int k = 0; k < row.Length; k++)
            {
                row[k] = (float)(scores[k][i] - offsets[k]);
            }
        });
    }

    private static void WriteColumn(Matrix data, int column, ColumnMeans means, Span<float> row)
    {
        for (int i = 0; i < row.Length; i++)
        {
            row[i] = (float)((data.Row(i)[column] - means.Means[column]) * means.Scale);
        }
    }

    private static double[][] Multiply(double[] matrix, double[][] block, int threads)
    {
        int size = block.Length == 0 ? 0 : block[0].Length;
        double[][] result = [.. block.Select(_ => new double[size])];
        Blocks.Run(size, BlockRows, threads, (_, first, end) =>
        {
            for (int i = first; i < end; i++)
            {
                for (int k = 0; k < block.Length; k++)
                {
                    result[k][i] = DotProduct.Of(matrix.AsSpan(i * size, size), block[k]);
                }
            }
        });
        return result;
    }

    /// <summary>sum_k v_k^T G v_k over the trace of G.</summary>
    private static double Variance(double[] product, double[][] vectors, int threads)
    {
        if (vectors.Length == 0)
        {
            return 1;
        }

        int size = vectors[0].Length;
        double trace = Enumerable.Range(0, size).Sum(i => product[(i * size) + i]);
        double[][] images = Multiply(product, vectors, threads);
        double kept = Enumerable.Range(0, vectors.Length).Sum(k => DotProduct.Of(vectors[k], images[k]));
        return trace > 0 ? Math.Min(1, kept / trace) : 1;
    }

    /// <summary>V = X^T U S^-1, for eigenvectors U of the Gram matrix.</summary>
    private static double[][] LoadingsOfPoints(Matrix data, ColumnMeans means, double[][] vectors)
    {
        double[][] loadings = [.. vectors.Select(_ => new double[data.Columns])];
        float[] centered = new float[data.Columns];
        for (int i = 0; i < data.Rows; i++)
        {
            means.Center(data.Row(i), centered);
            double[] row = Array.ConvertAll(centered, value => (double)value);
            for (int k = 0; k < vectors.Length; k++)
            {
                DotProduct.AddScaled(loadings[k], row, vectors[k][i]);
            }
        }

        foreach (double[] loading in loadings)
        {
            double length = Math.Sqrt(DotProduct.Of(loading, loading));
            double factor = length > 1e-6 ? 1 / length : 0;
            for (int d = 0; d < loading.Length; d++)
            {
                loading[d] *= factor;
            }
        }

        return loadings;
    }
}
