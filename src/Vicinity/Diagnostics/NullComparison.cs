namespace Vicinity;

/// <summary>A map beside one of data without structure (D301): the columns of the data, each shuffled for itself.</summary>
internal static class NullComparison
{
    private const double NoBetter = 1.3;
    private const double Better = 2;

    /// <summary>A map that keeps this much is right even if there is no structure to see, as for points spread evenly in few dimensions.</summary>
    private const double Right = 0.5;

    /// <param name="kept">Neighbours that the map keeps beyond chance.</param>
    /// <param name="keptOfNoise">What a map of the shuffled data keeps.</param>
    public static FitWarning? Find(double kept, double keptOfNoise)
    {
        double ratio = keptOfNoise > 0 ? kept / keptOfNoise : kept > 0 ? double.PositiveInfinity : 0;
        return ratio >= Better || kept >= Right ? null : new("D301",
            ratio >= NoBetter ? $"The map keeps {ratio:0.0} times as many neighbours as one of shuffled columns: there is little to see. Interpret with care."
            : $"The map keeps {ratio:0.0} times as many neighbours as one of shuffled columns: it is no better than noise. Do not interpret it.")
        {
            Severity = ratio >= NoBetter ? Severity.Warning : Severity.Error,
            Number = ratio,
            Threshold = Better,
        };
    }

    /// <summary>Every column in an order of its own: the same values, no structure.</summary>
    public static Matrix Shuffle(Matrix points, int seed)
    {
        float[] values = new float[points.Count];
        SeededRandom random = new(seed);
        for (int d = 0; d < points.Columns; d++)
        {
            for (int i = 0; i < points.Rows; i++)
            {
                int j = random.NextInt(i + 1);
                values[(i * points.Columns) + d] = values[(j * points.Columns) + d];
                values[(j * points.Columns) + d] = points[i, d];
            }
        }

        return Matrix.Wrap(values, points.Rows, points.Columns);
    }
}
