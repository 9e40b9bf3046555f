namespace Vicinity;

/// <summary>Principal component scores, scaled so that the first column has standard deviation 1e-4 and the aspect is kept.</summary>
internal sealed class PcaStart() : Start("pca")
{
    /// <summary>A component below this share of the first one's standard deviation is rounding, not data.</summary>
    private const double Nothing = 1e-6;

    public override Matrix Build(Matrix data, int dimensions, int seed = 0, int threads = 0, ICollection<FitWarning>? warnings = null)
    {
        int cores = Cores.Resolve(threads);
        double[,] scores = PrincipalComponents.Build(data, dimensions, cores).Scores(data, cores);
        double[] deviations = [.. Enumerable.Range(0, dimensions).Select(k => Deviation(scores, k))];
        int found = deviations.TakeWhile(deviation => deviation > Nothing * deviations[0]).Count();
        if (found < dimensions && data.Rows > 1)
        {
            warnings?.Add(new("D113", $"The data has {found} principal components, but the map has {dimensions} dimensions: the start is filled with noise of {Spread}."));
        }

        SeededRandom random = new(seed);
        return Matrix.Create(data.Rows, dimensions, (i, row) =>
        {
            for (int k = 0; k < dimensions; k++)
            {
                row[k] = (float)(Spread * (k < found ? scores[i, k] / deviations[0] : random.NextNormal()));
            }
        });
    }

    /// <summary>Standard deviation of a column of mean zero (n in the denominator).</summary>
    private static double Deviation(double[,] scores, int column)
    {
        double sum = 0;
        for (int i = 0; i < scores.GetLength(0); i++)
        {
            sum += scores[i, column] * scores[i, column];
        }

        return Math.Sqrt(sum / Math.Max(1, scores.GetLength(0)));
    }
}
