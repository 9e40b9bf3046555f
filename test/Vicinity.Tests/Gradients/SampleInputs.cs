namespace Vicinity.Tests;

/// <summary>Random inputs for engines, whatever an objective is compared with, and the same in double for the oracle.</summary>
internal static class SampleInputs
{
    public static GradientInputs Draw(Objective objective, int seed, int count, int neighbors = int.MaxValue)
    {
        RandomAffinities random = new(new(seed), count);
        Objective? affine = objective.Parts.Select(item => item.Part).FirstOrDefault(part => part.Input == ObjectiveInput.Affinities);
        PairMatrix? Matrix(ObjectiveInput input) => objective.Parts.Select(item => item.Part).FirstOrDefault(part => part.Input == input) is { } part
            ? Single(random.For(part))
            : null;
        return new()
        {
            Affinities = affine is null ? null : SampleAffinities.Sparse(affine.AffinityForm, Truncated(random.For(affine), neighbors)),
            Distances = Matrix(ObjectiveInput.Distances),
            DistanceShares = Matrix(ObjectiveInput.DistanceShares),
            FarShares = Matrix(ObjectiveInput.FarShares),
        };
    }

    /// <summary>Random parameters for all points, as floats hold them.</summary>
    public static KernelParameters Parameters(int seed, int count, bool withMass = true)
    {
        SeededRandom random = new(seed);
        double[] Draw(double low, double high) => [.. Enumerable.Range(0, count).Select(_ => (double)(float)(low + ((high - low) * random.NextDouble())))];
        return new() { Precision = Draw(0.3, 1.7), Theta = Draw(0.3, 1.8), LogMass = withMass ? Draw(-1, 1) : null };
    }

    public static Coordinates Positions(int count, int dimensions, double scale, int seed = 1)
    {
        SeededRandom random = new(1000 + seed);
        Coordinates positions = new(count, dimensions);
        for (int i = 0; i < count * dimensions; i++)
        {
            positions.Axis(i % dimensions)[i / dimensions] = (float)(scale * random.NextNormal());
        }

        return positions;
    }

    /// <summary>p of a part in double.</summary>
    public static double[,] Dense(Objective part, GradientInputs inputs) => part.Input switch
    {
        ObjectiveInput.Distances => Double(inputs.Distances!),
        ObjectiveInput.DistanceShares => Double(inputs.DistanceShares!),
        ObjectiveInput.FarShares => Double(inputs.FarShares!),
        _ => SampleAffinities.Dense(inputs.Affinities!),
    };

    private static PairMatrix Single(double[,] table)
    {
        PairMatrix matrix = new(table.GetLength(0));
        for (int i = 0; i < matrix.Count; i++)
        {
            for (int j = 0; j < matrix.Count; j++)
            {
                matrix.Row(i)[j] = (float)table[i, j];
            }
        }

        return matrix;
    }

    private static double[,] Double(PairMatrix matrix) => SquareTable.Of(matrix.Count, (i, j) => matrix.Row(i)[j]);

    /// <summary>The largest few of each row, and the same pairs in the other direction, so that a symmetric table stays so.</summary>
    private static double[,] Truncated(double[,] table, int neighbors)
    {
        int count = table.GetLength(0);
        HashSet<(int, int)> kept = [];
        for (int i = 0; i < count; i++)
        {
            foreach (int j in Enumerable.Range(0, count).OrderByDescending(j => table[i, j]).Take(neighbors))
            {
                kept.Add((i, j));
                kept.Add((j, i));
            }
        }

        return SquareTable.Of(count, (i, j) => kept.Contains((i, j)) ? table[i, j] : 0);
    }
}
