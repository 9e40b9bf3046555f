namespace Vicinity;

/// <summary>The directions of largest variance of sparse rows, X - 1 mean^T, which is never written out: the means enter every product as a rank of their own.</summary>
/// <remarks>
/// Subspace iteration on the smaller side, to 1e-5 of the largest variance or 40 products (Halko, Martinsson and Tropp 2011). Signs: the largest
/// absolute loading is positive. Cost: 4 (components + 10) operations per entry and product.
/// </remarks>
internal sealed class SparseComponents
{
    private const double Tolerance = 1e-5;
    private const int Products = 40;
    private readonly SparseMatrix rows;
    private readonly SparseMatrix byColumns;
    private readonly double[] means;
    private readonly int threads;

    private SparseComponents(SparseMatrix rows, int threads)
    {
        this.rows = rows;
        this.threads = threads;
        byColumns = rows.Transpose();
        means = [.. Enumerable.Range(0, rows.Columns).Select(d => Sum(byColumns.RowValues(d), value => value) / rows.Rows)];
    }

    /// <summary>The mean of each column; length d.</summary>
    public ReadOnlySpan<double> Means => means;

    /// <summary>The columns of V; components of length d.</summary>
    public required double[][] Loadings { get; init; }

    /// <summary>The components' share of the variance, 0 ... 1; 1 if there is no variance.</summary>
    public required double VarianceKept { get; init; }

    /// <summary>(x - mean) V: one array of length n for each component.</summary>
    public required double[][] Scores { get; init; }

    /// <summary>Finds the first components; those that do not exist are zeros.</summary>
    /// <param name="rows">n x d.</param>
    /// <param name="count">How many.</param>
    /// <param name="threads">Cores to use; the bits do not depend on it.</param>
    public static SparseComponents Build(SparseMatrix rows, int count, int threads)
    {
        SparseComponents work = new(rows, threads) { Loadings = [], Scores = [], VarianceKept = 1 };
        int found = Math.Min(count, Math.Min(rows.Rows, rows.Columns));
        bool byRows = rows.Rows < rows.Columns;
        double[][] vectors = LeadingEigenvectors.Find(
            byRows ? rows.Rows : rows.Columns,
            found,
            block => byRows ? work.Forward(work.Backward(block)) : work.Backward(work.Forward(block)),
            Tolerance,
            Products);
        double[][] loadings = byRows ? Array.ConvertAll(work.Backward(vectors), Unit) : vectors;
        Array.ForEach(loadings, EigenvectorSign.Fix);
        double[][] all = [.. loadings, .. Enumerable.Range(0, count - found).Select(_ => new double[rows.Columns])];
        double[][] scores = work.Forward(all);
        double total = work.Variance();
        double kept = scores.Sum(score => DotProduct.Of(score, score));
        return new(rows, threads) { Loadings = all, Scores = scores, VarianceKept = total > 0 ? Math.Min(1, kept / total) : 1 };
    }

    /// <summary>The same for new rows; their scores are those of equal rows here, bit for bit.</summary>
    public PrincipalComponents ToComponents() => PrincipalComponents.From(new(means, 1), Loadings);

    /// <summary>(X - 1 mean^T) B, for vectors of length d.</summary>
    private double[][] Forward(double[][] block)
    {
        double[] offsets = [.. block.Select(vector => DotProduct.Of(means, vector))];
        double[][] image = SparseProduct.Of(rows, block, threads);
        for (int k = 0; k < image.Length; k++)
        {
            for (int i = 0; i < image[k].Length; i++)
            {
                image[k][i] -= offsets[k];
            }
        }

        return image;
    }

    /// <summary>(X - 1 mean^T)^T B, for vectors of length n.</summary>
    private double[][] Backward(double[][] block)
    {
        double[][] image = SparseProduct.Of(byColumns, block, threads);
        for (int k = 0; k < image.Length; k++)
        {
            DotProduct.AddScaled(image[k], means, -block[k].Sum());
        }

        return image;
    }

    /// <summary>sum (x - mean)^2.</summary>
    private double Variance() => Enumerable.Range(0, rows.Columns)
        .Sum(d => Math.Max(0, Sum(byColumns.RowValues(d), value => value * value) - (rows.Rows * means[d] * means[d])));

    private static double Sum(ReadOnlySpan<float> values, Func<double, double> term)
    {
        double sum = 0;
        foreach (float value in values)
        {
            sum += term(value);
        }

        return sum;
    }

    private static double[] Unit(double[] vector)
    {
        double length = Math.Sqrt(DotProduct.Of(vector, vector));
        return Array.ConvertAll(vector, value => length > 0 ? value / length : 0);
    }
}
