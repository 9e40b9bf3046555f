namespace Vicinity;

/// <summary>Seeded random input for <see cref="GradientCheck"/>.</summary>
internal static class RandomAffinities
{
    /// <summary>P of five-dimensional normal data with a random precision in [0.2, 1] per point: R for point-wise costs, J for pair-wise ones.</summary>
    public static double[,] Draw(SeededRandom random, int count, Normalization normalization)
    {
        double[,] rows = Rows(random, count);
        if (normalization == Normalization.PointWise)
        {
            return rows;
        }

        double[,] joint = new double[count, count];
        for (int i = 0; i < count; i++)
        {
            for (int j = 0; j < count; j++)
            {
                joint[i, j] = (rows[i, j] + rows[j, i]) / (2 * count);
            }
        }

        return joint;
    }

    public static double[,] DrawNormal(SeededRandom random, int rows, int columns, double deviation)
    {
        double[,] values = new double[rows, columns];
        for (int i = 0; i < rows; i++)
        {
            for (int d = 0; d < columns; d++)
            {
                values[i, d] = deviation * random.NextNormal();
            }
        }

        return values;
    }

    private static double[,] Rows(SeededRandom random, int count)
    {
        double[,] data = DrawNormal(random, count, 5, 1);
        double[,] rows = new double[count, count];
        for (int i = 0; i < count; i++)
        {
            double precision = 0.2 + (0.8 * random.NextDouble());
            double total = 0;
            for (int j = 0; j < count; j++)
            {
                double squaredDistance = Enumerable.Range(0, 5).Sum(d => (data[i, d] - data[j, d]) * (data[i, d] - data[j, d]));
                rows[i, j] = i == j ? 0 : Math.Exp(-precision * squaredDistance);
                total += rows[i, j];
            }

            for (int j = 0; j < count; j++)
            {
                rows[i, j] /= total;
            }
        }

        return rows;
    }
}
