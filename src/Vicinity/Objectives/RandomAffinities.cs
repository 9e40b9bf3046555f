namespace Vicinity;

/// <summary>Seeded random input for <see cref="GradientCheck"/>: five-dimensional normal data with a random precision in [0.2, 1] for each point.</summary>
internal sealed class RandomAffinities
{
    private const int Columns = 5;

    private readonly int count;
    private readonly double[,] squaredDistances;
    private readonly double[,] weights;             // V
    private readonly double[,] rows;                // R

    public RandomAffinities(SeededRandom random, int count)
    {
        this.count = count;
        squaredDistances = SquareTable.SquaredDistances(DrawNormal(random, count, Columns, 1));
        double[] precisions = [.. Enumerable.Range(0, count).Select(_ => 0.2 + (0.8 * random.NextDouble()))];
        weights = SquareTable.Of(count, (i, j) => Math.Exp(-precisions[i] * squaredDistances[i, j]));
        rows = RowNormalized(weights);
    }

    /// <summary>p of one part of an objective, n x n.</summary>
    public double[,] For(Objective part) => part.Input switch
    {
        ObjectiveInput.Affinities => Of(part.AffinityForm),
        ObjectiveInput.DistanceShares when part.Normalization == Normalization.PointWise => RowNormalized(Distances()),
        ObjectiveInput.DistanceShares => Shares(Distances()),
        ObjectiveInput.FarShares => Shares(SquareTable.Of(count, (i, j) => 1 + squaredDistances[i, j])),
        ObjectiveInput.BallDistances or ObjectiveInput.NeighborDistances => NearAndFar(),
        _ => Distances(),
    };

    public double[,] Of(AffinityForm form) => form switch
    {
        AffinityForm.Row => rows,
        AffinityForm.Conditional => Scaled(rows, 1.0 / count),
        AffinityForm.Joint => Scaled(SquareTable.Symmetric(rows), 1.0 / count),
        AffinityForm.RowSymmetricRow => RowNormalized(SquareTable.Symmetric(rows)),
        AffinityForm.Mean => SquareTable.Symmetric(rows),
        AffinityForm.Matrix => Shares(weights),
        _ => weights,
    };

    public double[,] Distances() => SquareTable.Of(count, (i, j) => Math.Sqrt(squaredDistances[i, j]));

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

    /// <summary>r, negative above the mean.</summary>
    private double[,] NearAndFar()
    {
        double[,] r = Distances();
        double mean = SquareTable.Sum(r) / (count * (count - 1));
        return SquareTable.Of(count, (i, j) => r[i, j] <= mean ? r[i, j] : -r[i, j]);
    }

    private static double[,] Scaled(double[,] table, double factor) => SquareTable.Of(table.GetLength(0), (i, j) => table[i, j] * factor);

    private static double[,] Shares(double[,] table) => Scaled(table, 1 / SquareTable.Sum(table));

    private static double[,] RowNormalized(double[,] table)
    {
        double[] sums = SquareTable.RowSums(table);
        return SquareTable.Of(table.GetLength(0), (i, j) => table[i, j] / sums[i]);
    }
}
