namespace Vicinity.Bench;

/// <summary>Data sets that anybody can make again: <c>generate mixture|uniform ROWS COLUMNS FILE.npy [SEED]</c>.</summary>
internal static class GeneratedData
{
    private const int Components = 50;
    private const double Separation = 3;

    /// <summary>The command; returns the exit code.</summary>
    public static int Run(string[] args)
    {
        if (args.Length is < 4 or > 5)
        {
            Console.Error.WriteLine("generate mixture|uniform ROWS COLUMNS FILE.npy [SEED]");
            return 2;
        }

        int rows = int.Parse(args[1]);
        int columns = int.Parse(args[2]);
        int seed = args.Length == 5 ? int.Parse(args[4]) : 0;
        Matrix data = args[0] == "uniform" ? Uniform(rows, columns, seed) : Mixture(rows, columns, seed);
        data.Write(args[3]);
        return 0;
    }

    /// <summary>Independent numbers in [0, 1): no structure at all.</summary>
    public static Matrix Uniform(int rows, int columns, int seed)
    {
        SeededRandom random = new(seed);
        return Matrix.Create(rows, columns, (_, row) =>
        {
            for (int d = 0; d < row.Length; d++)
            {
                row[d] = (float)random.NextDouble();
            }
        });
    }

    /// <summary>Fifty Gaussian clusters of unit deviation, their centers normal with deviation 3, cluster c with a weight of c + 1.</summary>
    public static Matrix Mixture(int rows, int columns, int seed)
    {
        SeededRandom random = new(seed);
        Matrix centers = Matrix.Create(Components, columns, (_, row) =>
        {
            for (int d = 0; d < row.Length; d++)
            {
                row[d] = (float)(Separation * random.NextNormal());
            }
        });
        return Matrix.Create(rows, columns, (_, row) =>
        {
            // The larger of two uniform numbers has a density that rises in proportion.
            ReadOnlySpan<float> center = centers.Row(Math.Max(random.NextInt(Components), random.NextInt(Components)));
            for (int d = 0; d < row.Length; d++)
            {
                row[d] = (float)(center[d] + random.NextNormal());
            }
        });
    }
}
