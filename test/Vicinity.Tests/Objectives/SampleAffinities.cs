namespace Vicinity.Tests;

/// <summary>Random affinities for tests: dense ones, or the largest few of each row.</summary>
internal static class SampleAffinities
{
    public static Affinities Draw(int seed, int count, Normalization normalization, int neighbors = int.MaxValue)
    {
        SeededRandom random = new(seed);
        double[,] rows = new RandomAffinities(random, count).Of(AffinityForm.Row);
        for (int i = 0; i < count; i++)
        {
            Truncate(rows, i, neighbors);
        }

        return normalization == Normalization.PointWise ? Sparse(AffinityForm.Row, rows) : Sparse(AffinityForm.Joint, Joint(rows));
    }

    public static double[,] Dense(Affinities affinities)
    {
        double[,] dense = new double[affinities.Count, affinities.Count];
        for (int i = 0; i < affinities.Count; i++)
        {
            for (int k = 0; k < affinities.Neighbors(i).Length; k++)
            {
                dense[i, affinities.Neighbors(i)[k]] = affinities.Values(i)[k];
            }
        }

        return dense;
    }

    private static void Truncate(double[,] rows, int i, int neighbors)
    {
        int count = rows.GetLength(0);
        HashSet<int> kept = [.. Enumerable.Range(0, count).Where(j => j != i).OrderByDescending(j => rows[i, j]).Take(neighbors)];
        double total = kept.Sum(j => rows[i, j]);
        for (int j = 0; j < count; j++)
        {
            rows[i, j] = kept.Contains(j) ? rows[i, j] / total : 0;
        }
    }

    private static double[,] Joint(double[,] rows)
    {
        int count = rows.GetLength(0);
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

    public static Affinities Sparse(AffinityForm form, double[,] p)
    {
        int count = p.GetLength(0);
        int[][] columns = [.. Enumerable.Range(0, count).Select(i => Enumerable.Range(0, count).Where(j => p[i, j] > 0).ToArray())];
        long[] offsets = new long[count + 1];
        for (int i = 0; i < count; i++)
        {
            offsets[i + 1] = offsets[i] + columns[i].Length;
        }

        return new(form, SparseRows.Single(offsets, [.. columns.SelectMany(row => row)], [.. columns.SelectMany((row, i) => row.Select(j => (float)p[i, j]))]));
    }
}
