namespace Vicinity.Tests;

/// <summary>Small data sets of known kinds.</summary>
internal static class Clouds
{
    /// <summary>Normal numbers around a few centers, so that near and far neighbours exist.</summary>
    public static Matrix Normal(int rows, int columns, int seed = 1)
    {
        var random = new SeededRandom(seed);
        return Matrix.Create(rows, columns, (i, row) =>
        {
            for (int d = 0; d < row.Length; d++)
            {
                row[d] = (float)(random.NextNormal() + (3 * ((i + d) % 4)));
            }
        });
    }

    /// <summary>Whole numbers 0 ... levels - 1: full of exact ties.</summary>
    public static Matrix Whole(int rows, int columns, int levels, int seed = 1)
    {
        var random = new SeededRandom(seed);
        return Matrix.Create(rows, columns, (_, row) =>
        {
            for (int d = 0; d < row.Length; d++)
            {
                row[d] = random.NextInt(levels);
            }
        });
    }

    public static Matrix Map(Matrix data, Func<float, float> change) => Matrix.Create(data.Rows, data.Columns, (i, row) =>
    {
        for (int d = 0; d < row.Length; d++)
        {
            row[d] = change(data[i, d]);
        }
    });

    /// <summary>Row i of the result is row order[i] of the data.</summary>
    public static Matrix Reorder(Matrix data, int[] order) => Matrix.Create(order.Length, data.Columns, (i, row) => data.Row(order[i]).CopyTo(row));

    public static int[] Shuffle(int count, int seed)
    {
        var random = new SeededRandom(seed);
        int[] order = [.. Enumerable.Range(0, count)];
        for (int i = count - 1; i > 0; i--)
        {
            int other = random.NextInt(i + 1);
            (order[i], order[other]) = (order[other], order[i]);
        }

        return order;
    }
}
