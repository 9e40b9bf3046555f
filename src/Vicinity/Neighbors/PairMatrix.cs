namespace Vicinity;

/// <summary>One number for every ordered pair, dense; rows are padded with zeros to a multiple of sixteen, and the diagonal is 0. Memory: 4 n^2 bytes.</summary>
internal sealed class PairMatrix
{
    /// <summary>The largest n that is accepted: 6.4 GB.</summary>
    public const int MostPoints = 40_000;

    private const int BlockRows = 16;
    private readonly float[][] rows;

    /// <param name="count">n.</param>
    /// <exception cref="ArgumentException">There are more points than memory can hold pairs of.</exception>
    public PairMatrix(int count)
    {
        RequireRoom(count);
        rows = new float[count][];
        for (int i = 0; i < count; i++)
        {
            rows[i] = new float[Coordinates.PaddedLength(count)];
        }
    }

    /// <summary>Number of points, n.</summary>
    public int Count => rows.Length;

    /// <summary>The values of the pairs (i, j) for all j, padding included.</summary>
    public Span<float> Row(int i) => rows[i];

    /// <summary>Copies what stands right of the diagonal to its left.</summary>
    public void Mirror(int threads) => Blocks.Run(Count, BlockRows, threads, (_, first, end) =>
    {
        for (int i = first; i < end; i++)
        {
            for (int j = 0; j < i; j++)
            {
                rows[i][j] = rows[j][i];
            }
        }
    });

    /// <summary>The values of the pairs (j, i) in row i.</summary>
    public PairMatrix Transposed(int threads)
    {
        PairMatrix transposed = new(Count);
        Blocks.Run(Count, BlockRows, threads, (_, first, end) =>
        {
            for (int j = 0; j < Count; j++)
            {
                for (int i = first; i < end; i++)
                {
                    transposed.rows[i][j] = rows[j][i];
                }
            }
        });
        return transposed;
    }

    private static void RequireRoom(int count)
    {
        double gigabytes = 4.0 * count * Coordinates.PaddedLength(count) / 1e9;
        double available = GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / 1e9;
        if (count > MostPoints || gigabytes > available)
        {
            throw new ArgumentException(
                $"A number for each pair of {count} points needs {gigabytes:0.#} GB, but at most {MostPoints} points are accepted and {available:0.#} GB of memory are there. Use fewer rows, or an objective of sparse affinities such as t-SNE.",
                nameof(count));
        }
    }
}
