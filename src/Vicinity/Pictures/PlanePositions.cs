namespace Vicinity;

/// <summary>Where the points of a map lie in the plane of a picture, y upwards, in the units of the map.</summary>
internal sealed class PlanePositions
{
    private const int Bins = 256;
    private const double StripHeight = 0.3;
    private const double GoldenRatio = 0.6180339887498949;

    private PlanePositions(double[] x, double[] y)
    {
        X = x;
        Y = y;
        (MinX, MaxX) = Range(x);
        (MinY, MaxY) = Range(y);
    }

    public double[] X { get; }

    public double[] Y { get; }

    public int Count => X.Length;

    public double MinX { get; }

    public double MaxX { get; }

    public double MinY { get; }

    public double MaxY { get; }

    /// <summary>A map of two dimensions as it is, the first two of three, or a strip of one.</summary>
    public static PlanePositions Of(Matrix map)
    {
        double[] x = Column(map, 0);
        return new(x, map.Columns == 1 ? Strip(x) : Column(map, 1));
    }

    private static double[] Column(Matrix map, int column)
    {
        double[] values = new double[map.Rows];
        for (int i = 0; i < values.Length; i++)
        {
            values[i] = map[i, column];
            if (!double.IsFinite(values[i]))
            {
                throw new ArgumentException($"Point {i} of the map has {values[i]} in column {column}; a picture needs finite positions.", nameof(map));
            }
        }

        return values;
    }

    private static (double Min, double Max) Range(double[] values) => values.Length == 0 ? (0, 0) : (values.Min(), values.Max());

    /// <summary>Heights for a map of one dimension: evenly spread within the local density, which the strip so shows.</summary>
    /// <remarks>Turns of the golden ratio spread evenly and look like chance.</remarks>
    private static double[] Strip(double[] x)
    {
        (double min, double max) = Range(x);
        double[] y = new double[x.Length];
        if (max == min)
        {
            return y;
        }

        int[] bin = Array.ConvertAll(x, value => Math.Min(Bins - 1, (int)((value - min) / (max - min) * Bins)));
        double[] density = Density(bin);
        double unit = (max - min) * StripHeight / density.Max();
        for (int i = 0; i < y.Length; i++)
        {
            double turns = i * GoldenRatio;
            y[i] = (turns - Math.Floor(turns) - 0.5) * density[bin[i]] * unit;
        }

        return y;
    }

    /// <summary>Points per bin, smoothed by four running means of five bins.</summary>
    private static double[] Density(int[] bin)
    {
        double[] density = new double[Bins];
        foreach (int b in bin)
        {
            density[b]++;
        }

        for (int round = 0; round < 4; round++)
        {
            double[] rough = density;
            density = new double[Bins];
            for (int b = 0; b < Bins; b++)
            {
                for (int near = Math.Max(0, b - 2); near <= Math.Min(Bins - 1, b + 2); near++)
                {
                    density[b] += rough[near] / 5;
                }
            }
        }

        return density;
    }
}
