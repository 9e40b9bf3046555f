namespace Vicinity;

/// <summary>The last step of the starts that come from eigenvectors: scale, fill what is missing, say so.</summary>
internal static class StartScores
{
    /// <summary>A component below this share of the first one's standard deviation is rounding, not data.</summary>
    private const double Nothing = 1e-6;

    /// <summary>The first dimensions columns of the scores.</summary>
    /// <param name="scores">Columns of mean zero, each a component; fewer of them than dimensions are filled.</param>
    /// <param name="isScaled">True divides all columns by the standard deviation of the first, times 1e-4.</param>
    /// <param name="input">Of the start.</param>
    public static Matrix Finish(double[][] scores, bool isScaled, StartInput input)
    {
        double[] deviations = Array.ConvertAll(scores, Deviation);
        int found = deviations.Take(input.Dimensions).TakeWhile(deviation => deviation > Nothing * deviations[0]).Count();
        if (found < input.Dimensions && input.Count > 1)
        {
            input.Warnings?.Add(new("D113", $"The data has {found} principal components, but the map has {input.Dimensions} dimensions: the start is filled with noise of {Start.Spread}.") { Number = found, Threshold = input.Dimensions });
        }

        SeededRandom random = new(input.Seed);
        return Matrix.Create(input.Count, input.Dimensions, (i, row) =>
        {
            for (int k = 0; k < row.Length; k++)
            {
                row[k] = (float)(k >= found ? Start.Spread * random.NextNormal() : isScaled ? Start.Spread * (scores[k][i] / deviations[0]) : scores[k][i]);
            }
        });
    }

    /// <summary>Standard deviation of a column of mean zero (n in the denominator).</summary>
    private static double Deviation(double[] column) => Math.Sqrt(column.Sum(value => value * value) / Math.Max(1, column.Length));
}
