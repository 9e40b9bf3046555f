namespace Vicinity;

/// <summary>How far some groups of points spread, and how far they are from each other.</summary>
/// <param name="Radii">Root mean square distance of the points of each from its center.</param>
/// <param name="Distances">Between the centers of all pairs of groups.</param>
internal sealed record GroupShapes(double[] Radii, double[] Distances)
{
    /// <summary>By the centers, which are means.</summary>
    public static GroupShapes Of(Matrix points, int[][] groups)
    {
        double[][] centers = Array.ConvertAll(groups, members => Center(points, members));
        return new(
            [.. groups.Select((members, a) => Math.Sqrt(members.Sum(i => Squared(points.Row(i), centers[a])) / members.Length))],
            [.. Pairs(groups.Length).Select(pair => Math.Sqrt(Squared(centers[pair.A], centers[pair.B])))]);
    }

    /// <summary>By distances alone: R_a^2 = mean r^2 / 2 within a, D_ab^2 = mean r^2 between a and b - R_a^2 - R_b^2, which are the same where there are centers.</summary>
    public static GroupShapes Of(RowSpace points, int[][] groups)
    {
        if (points is DenseSpace { IsEuclidean: true } dense)
        {
            return Of(dense.Data, groups);
        }

        double[,] squares = MeanSquares(points, groups);
        double[] radii = [.. groups.Select((_, a) => Math.Sqrt(squares[a, a] / 2))];
        return new(radii, [.. Pairs(groups.Length).Select(pair =>
            Math.Sqrt(Math.Max(0, squares[pair.A, pair.B] - ((squares[pair.A, pair.A] + squares[pair.B, pair.B]) / 2))))]);
    }

    private static double[,] MeanSquares(RowSpace points, int[][] groups)
    {
        double[,] means = new double[groups.Length, groups.Length];
        double[] distances = new double[points.Count];
        for (int a = 0; a < groups.Length; a++)
        {
            foreach (int i in groups[a])
            {
                points.Measure(points, i, distances);
                for (int b = 0; b < groups.Length; b++)
                {
                    means[a, b] += groups[b].Sum(j => distances[j] * distances[j]) / groups[a].Length / groups[b].Length;
                }
            }
        }

        return means;
    }

    private static IEnumerable<(int A, int B)> Pairs(int count) => Enumerable.Range(0, count).SelectMany(a => Enumerable.Range(0, a).Select(b => (a, b)));

    private static double[] Center(Matrix points, int[] members)
    {
        double[] center = new double[points.Columns];
        foreach (int i in members)
        {
            for (int d = 0; d < center.Length; d++)
            {
                center[d] += (double)points[i, d] / members.Length;
            }
        }

        return center;
    }

    private static double Squared(double[] x, double[] y)
    {
        double squared = 0;
        for (int d = 0; d < x.Length; d++)
        {
            squared += (x[d] - y[d]) * (x[d] - y[d]);
        }

        return squared;
    }

    private static double Squared(ReadOnlySpan<float> point, double[] center)
    {
        double squared = 0;
        for (int d = 0; d < point.Length; d++)
        {
            squared += (point[d] - center[d]) * (point[d] - center[d]);
        }

        return squared;
    }
}
