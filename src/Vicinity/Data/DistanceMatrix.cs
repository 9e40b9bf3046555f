namespace Vicinity;

/// <summary>Distances of all pairs of n points, given instead of the points: r_ij, not squared.</summary>
public sealed class DistanceMatrix
{
    private const double Asymmetry = 1e-4;
    private readonly ReadOnlyMemory<float> condensed;

    private DistanceMatrix(ReadOnlyMemory<float> condensed, int count)
    {
        this.condensed = condensed;
        Count = count;
    }

    /// <summary>Number of points, n.</summary>
    public int Count { get; }

    /// <summary>r_ij; 0 for i = j.</summary>
    /// <param name="i">0 ... n - 1.</param>
    /// <param name="j">0 ... n - 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such point.</exception>
    public float this[int i, int j]
    {
        get
        {
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)i, (uint)Count, nameof(i));
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)j, (uint)Count, nameof(j));
            return i == j ? 0 : condensed.Span[(int)(Offset(Math.Min(i, j)) + Math.Max(i, j))];
        }
    }

    /// <summary>Distances in a square table.</summary>
    /// <param name="square">n x n: at least 0, 0 on the diagonal, r_ij = r_ji to 1 part in 10,000, of which the mean is taken.</param>
    /// <exception cref="ArgumentException">The table is not square, or a value is no distance; the message names its row and column.</exception>
    public static DistanceMatrix FromSquare(Matrix square)
    {
        ArgumentNullException.ThrowIfNull(square);
        int count = square.Rows;
        if (square.Columns != count)
        {
            throw new ArgumentException($"Distances need as many columns as rows, but there are {count} rows of {square.Columns} columns.", nameof(square));
        }

        float[] values = new float[Pairs(count)];
        long at = 0;
        for (int i = 0; i < count; i++)
        {
            ThrowIf(square[i, i] != 0, i, i, square[i, i], "must be 0: it is the distance of a point from itself");
            for (int j = i + 1; j < count; j++)
            {
                float there = square[i, j];
                float back = square[j, i];
                ThrowIf(!IsDistance(there), i, j, there, "must be a finite number of at least 0");
                ThrowIf(!IsDistance(back), j, i, back, "must be a finite number of at least 0");
                ThrowIf(Math.Abs((double)there - back) > Asymmetry * Math.Max(there, back), i, j, there, $"must be that of row {j}, column {i}, which is {back}");
                values[at++] = (float)(((double)there + back) / 2);
            }
        }

        return new(values, count);
    }

    /// <summary>Distances of the pairs (0, 1), (0, 2) ... (n - 2, n - 1), as SciPy's pdist gives them.</summary>
    /// <param name="condensed">Length n (n - 1) / 2, each a finite number of at least 0; not copied, and not to be changed afterwards.</param>
    /// <exception cref="ArgumentException">The length is that of no n, or a value is no distance; the message names its place.</exception>
    public static DistanceMatrix FromCondensed(ReadOnlyMemory<float> condensed)
    {
        int count = (int)((1 + Math.Sqrt(1 + (8.0 * condensed.Length))) / 2);
        if (Pairs(count) != condensed.Length)
        {
            throw new ArgumentException(
                $"{condensed.Length} distances are not n (n - 1) / 2 of them for any n: {count} points have {Pairs(count)}, {count + 1} have {Pairs(count + 1)}.", nameof(condensed));
        }

        ReadOnlySpan<float> values = condensed.Span;
        for (int k = 0; k < values.Length; k++)
        {
            if (!IsDistance(values[k]))
            {
                throw new ArgumentException($"Distance {k} (counted from 0) is {values[k]}; it must be a finite number of at least 0.", nameof(condensed));
            }
        }

        return new(condensed, count);
    }

    /// <summary>r_ij for all j.</summary>
    internal void CopyRow(int i, Span<double> distances)
    {
        ReadOnlySpan<float> values = condensed.Span;
        for (int j = 0; j < i; j++)
        {
            distances[j] = values[(int)(Offset(j) + i)];
        }

        distances[i] = 0;
        for (int j = i + 1; j < Count; j++)
        {
            distances[j] = values[(int)(Offset(i) + j)];
        }
    }

    /// <summary>The distances of some of the points, in the given order.</summary>
    internal DistanceMatrix Select(int[] points)
    {
        float[] values = new float[Pairs(points.Length)];
        int at = 0;
        for (int i = 0; i < points.Length; i++)
        {
            for (int j = i + 1; j < points.Length; j++)
            {
                values[at++] = this[points[i], points[j]];
            }
        }

        return new(values, points.Length);
    }

    /// <summary>Where r_ij stands for j = 0, so that j > i is j places further.</summary>
    private long Offset(int i) => ((long)i * Count) - ((long)i * (i + 1) / 2) - i - 1;

    private static long Pairs(int count)
    {
        long pairs = (long)count * (count - 1) / 2;
        return pairs <= Array.MaxLength ? pairs : throw new ArgumentException(
            $"{count} points have {pairs} pairs; this version holds at most {Array.MaxLength}. Give the nearest neighbours of each point instead.", nameof(count));
    }

    private static bool IsDistance(float value) => value >= 0 && float.IsFinite(value);

    private static void ThrowIf(bool isWrong, int row, int column, float value, string rule)
    {
        if (isWrong)
        {
            throw new ArgumentException($"Row {row}, column {column} (both counted from 0) is {value}; it {rule}.", nameof(row));
        }
    }
}
