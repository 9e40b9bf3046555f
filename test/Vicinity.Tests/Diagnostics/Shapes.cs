using System.Globalization;

namespace Vicinity.Tests;

/// <summary>Generated data of known structure.</summary>
internal static class Shapes
{
    /// <summary>Set VICINITY_CORPUS_SEED to a number for other random numbers than those that the thresholds were set with.</summary>
    private static readonly int Other = 1000 * int.Parse(Environment.GetEnvironmentVariable("VICINITY_CORPUS_SEED") ?? "0", CultureInfo.InvariantCulture);

    /// <summary>Normal clusters of standard deviation 1; row i belongs to cluster i mod clusters.</summary>
    /// <param name="rows">n.</param>
    /// <param name="columns">d.</param>
    /// <param name="clusters">How many.</param>
    /// <param name="apart">Standard deviation of the centers in every column.</param>
    /// <param name="seed">Of all numbers.</param>
    public static Matrix Clusters(int rows, int columns, int clusters, double apart, int seed = 1)
    {
        SeededRandom random = new(seed + Other);
        double[][] centers = [.. Enumerable.Range(0, clusters).Select(_ => Numbers(random, columns, apart))];
        return Rows(rows, columns, (i, d) => centers[i % clusters][d] + random.NextNormal());
    }

    /// <summary>The labels of <see cref="Clusters"/>.</summary>
    public static Labels ClusterLabels(int rows, int clusters) => Labels.From(Enumerable.Range(0, rows).Select(i => $"{i % clusters}"));

    public static Matrix Normal(int rows, int columns, int seed = 1)
    {
        SeededRandom random = new(seed + Other);
        return Rows(rows, columns, (_, _) => random.NextNormal());
    }

    public static Matrix Uniform(int rows, int columns, int seed = 1)
    {
        SeededRandom random = new(seed + Other);
        return Rows(rows, columns, (_, _) => random.NextDouble());
    }

    /// <summary>A sheet rolled up, with a little noise.</summary>
    public static Matrix SwissRoll(int rows, int seed = 1)
    {
        SeededRandom random = new(seed + Other);
        return FromPoints(rows, 3, _ =>
        {
            double angle = 1.5 * Math.PI * (1 + (2 * random.NextDouble()));
            return [angle * Math.Cos(angle), 21 * random.NextDouble(), angle * Math.Sin(angle)];
        });
    }

    /// <summary>Two linked rings in three dimensions.</summary>
    public static Matrix Links(int rows, int seed = 1)
    {
        SeededRandom random = new(seed + Other);
        return FromPoints(rows, 3, i =>
        {
            double angle = 2 * Math.PI * random.NextDouble();
            double[] ring = i % 2 == 0 ? [Math.Cos(angle), Math.Sin(angle), 0] : [1 + Math.Cos(angle), 0, Math.Sin(angle)];
            return [.. ring.Select(value => value + (0.05 * random.NextNormal()))];
        });
    }

    /// <summary>A knotted ring.</summary>
    public static Matrix Trefoil(int rows, int seed = 1)
    {
        SeededRandom random = new(seed + Other);
        return FromPoints(rows, 3, i =>
        {
            double t = 2 * Math.PI * i / rows;
            double[] knot = [Math.Sin(t) + (2 * Math.Sin(2 * t)), Math.Cos(t) - (2 * Math.Cos(2 * t)), -Math.Sin(3 * t)];
            return [.. knot.Select(value => value + (0.05 * random.NextNormal()))];
        });
    }

    /// <summary>The surface of a ball.</summary>
    public static Matrix Sphere(int rows, int columns, int seed = 1)
    {
        SeededRandom random = new(seed + Other);
        return FromPoints(rows, columns, _ =>
        {
            double[] point = Numbers(random, columns, 1);
            double length = Math.Sqrt(point.Sum(value => value * value));
            return Array.ConvertAll(point, value => value / length);
        });
    }

    /// <summary>Two half circles that reach into each other.</summary>
    public static Matrix Moons(int rows, int seed = 1)
    {
        SeededRandom random = new(seed + Other);
        return FromPoints(rows, 2, i =>
        {
            double angle = Math.PI * random.NextDouble();
            double[] moon = i % 2 == 0 ? [Math.Cos(angle), Math.Sin(angle)] : [1 - Math.Cos(angle), 0.5 - Math.Sin(angle)];
            return [.. moon.Select(value => value + (0.06 * random.NextNormal()))];
        });
    }

    /// <summary>Branches that leave one root in orthogonal directions.</summary>
    public static Matrix Tree(int rows, int branches, int seed = 1)
    {
        SeededRandom random = new(seed + Other);
        return FromPoints(rows, 2 * branches, i =>
        {
            double[] point = Numbers(random, 2 * branches, 0.1);
            point[i % branches] += 5 * random.NextDouble();
            return point;
        });
    }

    /// <summary>A normal cloud whose axes are 1, 1/2, 1/3 ...</summary>
    public static Matrix Ellipsoid(int rows, int columns, int seed = 1)
    {
        SeededRandom random = new(seed + Other);
        return Rows(rows, columns, (_, d) => random.NextNormal() / (d + 1));
    }

    /// <summary>More columns on the right.</summary>
    public static Matrix Beside(Matrix left, params Func<int, double>[] columns) => Matrix.Create(left.Rows, left.Columns + columns.Length, (i, row) =>
    {
        left.Row(i).CopyTo(row);
        for (int d = 0; d < columns.Length; d++)
        {
            row[left.Columns + d] = (float)columns[d](i);
        }
    });

    /// <summary>Every value changed by a function of row, column and value.</summary>
    public static Matrix Change(Matrix data, Func<int, int, double, double> change) => Rows(data.Rows, data.Columns, (i, d) => change(i, d, data[i, d]));

    private static double[] Numbers(SeededRandom random, int count, double size) => [.. Enumerable.Range(0, count).Select(_ => size * random.NextNormal())];

    private static Matrix FromPoints(int rows, int columns, Func<int, double[]> point) => Matrix.Create(rows, columns, (i, row) =>
    {
        double[] values = point(i);
        for (int d = 0; d < row.Length; d++)
        {
            row[d] = (float)values[d];
        }
    });

    private static Matrix Rows(int rows, int columns, Func<int, int, double> value) => Matrix.Create(rows, columns, (i, row) =>
    {
        for (int d = 0; d < row.Length; d++)
        {
            row[d] = (float)value(i, d);
        }
    });
}
