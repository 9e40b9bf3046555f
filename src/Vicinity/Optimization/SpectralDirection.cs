namespace Vicinity;

/// <summary>The spectral direction -B^-1 G, B the fixed Hessian of the attraction, column by column (Vladymyrov and Carreira-Perpinan 2012).</summary>
/// <remarks>
/// B is solved by preconditioned conjugate gradients to <paramref name="tolerance"/>; a translation of the map, which B does not feel, is
/// taken out of G first.
/// </remarks>
/// <param name="build">Makes B without exaggeration; called again after the objective has changed.</param>
/// <param name="dimensions">Columns of G.</param>
/// <param name="tolerance">Relative residual of the solution.</param>
internal sealed class SpectralDirection(Func<AttractionMatrix> build, int dimensions, double tolerance = 1e-3) : ISearchDirection
{
    private AttractionMatrix? matrix;

    public double Find(ReadOnlySpan<double> gradient, double exaggeration, Span<double> direction)
    {
        matrix ??= build();
        int stride = gradient.Length / dimensions;
        for (int d = 0; d < dimensions; d++)
        {
            double[] column = Centered(gradient.Slice(d * stride, matrix.Diagonal.Length));
            double[] solution = ConjugateGradients.Solve(matrix, column, tolerance);
            LongVectors.Scale(solution, -1 / exaggeration);
            solution.CopyTo(direction[(d * stride)..]);
        }

        return 1;
    }

    /// <summary>Nothing: B is fixed as long as P is.</summary>
    public void Learn(ReadOnlySpan<double> step, ReadOnlySpan<double> gradientChange)
    {
    }

    public void Forget() => matrix = null;

    /// <summary>Nothing is kept: B follows from P, which has come back before.</summary>
    public void Exchange(StateStore store)
    {
        if (store.IsReading)
        {
            Forget();
        }
    }

    private static double[] Centered(ReadOnlySpan<double> values)
    {
        double[] result = values.ToArray();
        double mean = LongVectors.Sum(result) / Math.Max(1, result.Length);
        for (int i = 0; i < result.Length; i++)
        {
            result[i] -= mean;
        }

        return result;
    }
}
