namespace Vicinity;

/// <summary>Principal components of variance 1, X V diag(sqrt(n - 1) / (s + 1e-5)); zero-phase whitening turns them back by V^T.</summary>
/// <remarks>Components below 1e-6 of the first one are rounding and are left out. Bell and Sejnowski (1997) for zero-phase.</remarks>
internal sealed class Whitening
{
    private const double Nothing = 1e-6;
    private const double Softening = 1e-5;

    /// <param name="components">V.</param>
    /// <param name="factors">One per component that is kept, the first ones.</param>
    /// <param name="turnsBack">Zero-phase.</param>
    public Whitening(PrincipalComponents components, double[] factors, bool turnsBack)
    {
        Components = components;
        TurnsBack = turnsBack;
        Factors = factors;
    }

    public PrincipalComponents Components { get; }

    public double[] Factors { get; }

    public bool TurnsBack { get; }

    /// <summary>Columns of a whitened row.</summary>
    public int Width => TurnsBack ? Components.Means.Means.Length : Math.Max(1, Factors.Length);

    /// <summary>Measures a data set.</summary>
    public static Whitening Fit(Matrix data, bool turnBack, int threads)
    {
        int possible = Math.Min(data.Rows, data.Columns);
        PrincipalComponents components = PrincipalComponents.Build(data, possible, threads);
        double[,] scores = components.Scores(data, threads);
        double[] lengths = [.. Enumerable.Range(0, possible).Select(k => Math.Sqrt(Enumerable.Range(0, data.Rows).Sum(i => scores[i, k] * scores[i, k])))];
        int found = lengths.TakeWhile(length => length > Nothing * lengths[0]).Count();
        double[] factors = [.. lengths[..found].Select(length => Math.Sqrt(data.Rows - 1) / (length + Softening))];
        return new(components, factors, turnBack);
    }

    /// <summary>n x components, or n x d if turned back.</summary>
    public Matrix Apply(Matrix data, int threads)
    {
        double[,] scores = Components.Scores(data, threads);
        return Matrix.Create(data.Rows, Width, (i, row) =>
        {
            for (int k = 0; k < Factors.Length; k++)
            {
                double whitened = scores[i, k] * Factors[k];
                if (TurnsBack)
                {
                    Add(row, whitened, Components.Loading(k));
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
