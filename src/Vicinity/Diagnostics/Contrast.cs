namespace Vicinity;

/// <summary>Finds data in which neighbours are hardly nearer than strangers (D110).</summary>
internal static class Contrast
{
    /// <summary>See docs/decisions/0020-doctor.md.</summary>
    private const double MostRatio = 0.8;

    private const int Pairs = 2000;

    /// <param name="points">n x d, as the neighbours were looked for.</param>
    /// <param name="neighborRadius">Median distance to a near neighbour; 0 if there are too few points to say.</param>
    public static FitWarning? Find(Matrix points, double neighborRadius)
    {
        double pairs = neighborRadius > 0 ? MedianDistance(points) : 0;
        double ratio = pairs > 0 ? neighborRadius / pairs : 0;
        return ratio <= MostRatio ? null : new("D110",
            $"The neighbours lie at {ratio:P0} of the distance of random pairs: hardly anything is near anything else. Use fewer dimensions, or another metric.")
        {
            Number = ratio,
            Threshold = MostRatio,
        };
    }

    /// <summary>Over seeded random pairs.</summary>
    private static double MedianDistance(Matrix points)
    {
        SeededRandom random = new(seed: 110);
        double[] squares = new double[Pairs];
        for (int pair = 0; pair < Pairs; pair++)
        {
            int i = random.NextInt(points.Rows);
            int j = (i + 1 + random.NextInt(points.Rows - 1)) % points.Rows;
            squares[pair] = SquaredDistance.Of(points.Row(i), points.Row(j));
        }

        Array.Sort(squares);
        return Math.Sqrt(squares[Pairs / 2]);
    }
}
