namespace Vicinity;

/// <summary>Principal components of variance 1, X V diag(sqrt(n - 1) / (s + 1e-5)); zero-phase whitening turns them back by V^T.</summary>
/// <remarks>Components below 1e-6 of the first one are rounding and are left out. Bell and Sejnowski (1997) for zero-phase.</remarks>
internal static class Whitening
{
    private const double Nothing = 1e-6;
    private const double Softening = 1e-5;

    /// <summary>n x components, or n x d if turned back.</summary>
    public static Matrix Apply(Matrix data, bool turnBack, int threads)
    {
        int possible = Math.Min(data.Rows, data.Columns);
        PrincipalComponents components = PrincipalComponents.Build(data, possible, threads);
        double[,] scores = components.Scores(data, threads);
        double[] lengths = [.. Enumerable.Range(0, possible).Select(k => Math.Sqrt(Enumerable.Range(0, data.Rows).Sum(i => scores[i, k] * scores[i, k])))];
        int found = lengths.TakeWhile(length => length > Nothing * lengths[0]).Count();
        double[] factors = [.. lengths[..found].Select(length => Math.Sqrt(data.Rows - 1) / (length + Softening))];
        return Matrix.Create(data.Rows, turnBack ? data.Columns : Math.Max(1, found), (i, row) =>
        {
            for (int k = 0; k < found; k++)
            {
                double whitened = scores[i, k] * factors[k];
                if (turnBack)
                {
                    Add(row, whitened, components.Loading(k));
                }
                else
                {
                    row[k] = (float)whitened;
                }
            }
        });
    }

    private static void Add(Span<float> row, double factor, ReadOnlySpan<double> loading)
    {
        for (int d = 0; d < row.Length; d++)
        {
            row[d] += (float)(factor * loading[d]);
        }
    }
}
