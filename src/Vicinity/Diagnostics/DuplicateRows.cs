namespace Vicinity;

/// <summary>Finds rows that are equal in every value (D102), in O(n d) time.</summary>
internal static class DuplicateRows
{
    /// <summary>Above this share of repeated rows it is a warning, else a note.</summary>
    private const double MostRepeated = 0.01;

    /// <summary>The finding about them; null if there are none.</summary>
    /// <param name="data">n x d.</param>
    /// <param name="neighbors">k, of which copies of one row can be all.</param>
    public static FitWarning? Find(Matrix data, int neighbors = int.MaxValue) => Find(data.Rows, neighbors, new ByValues(data));

    /// <summary>The same for sparse rows without stored zeros.</summary>
    public static FitWarning? Find(SparseMatrix data, int neighbors = int.MaxValue) => Find(data.Rows, neighbors, new ByEntries(data));

    /// <summary>The first of every set of equal rows, ascending.</summary>
    public static int[] Distinct(Matrix data) => Distinct(data.Rows, new ByValues(data));

    /// <summary>The same of sparse rows without stored zeros.</summary>
    public static int[] Distinct(SparseMatrix data) => Distinct(data.Rows, new ByEntries(data));

    private static int[] Distinct(int rows, IEqualityComparer<int> comparer)
    {
        HashSet<int> seen = new(rows, comparer);
        return [.. Enumerable.Range(0, rows).Where(seen.Add)];
    }

    private static FitWarning? Find(int rowCount, int neighbors, IEqualityComparer<int> comparer)
    {
        Dictionary<int, int> copiesByFirst = new(rowCount, comparer);
        for (int i = 0; i < rowCount; i++)
        {
            copiesByFirst[i] = copiesByFirst.GetValueOrDefault(i) + 1;
        }

        int most = copiesByFirst.Values.DefaultIfEmpty().Max();
        int rows = copiesByFirst.Values.Where(copies => copies > 1).Sum();
        double repeated = (double)(rowCount - copiesByFirst.Count) / Math.Max(1, rowCount);
        return most < 2 ? null : new("D102",
            $"{rows} of {rowCount} rows are exact duplicates of others; one of them occurs {most} times. Merge them, or expect clumps in the map.")
        {
            Severity = repeated > MostRepeated || most > neighbors ? Severity.Warning : Severity.Note,
            Number = repeated,
            Threshold = MostRepeated,
        };
    }

    /// <summary>Row numbers are equal if the rows are; -0 is 0.</summary>
    private sealed class ByValues(Matrix data) : IEqualityComparer<int>
    {
        public bool Equals(int x, int y) => data.Row(x).SequenceEqual(data.Row(y));

        public int GetHashCode(int row) => RowScan.Hash(data.Row(row));
    }

    /// <summary>Row numbers are equal if the rows have the same entries.</summary>
    private sealed class ByEntries(SparseMatrix data) : IEqualityComparer<int>
    {
        public bool Equals(int x, int y) =>
            data.RowColumns(x).SequenceEqual(data.RowColumns(y)) && data.RowValues(x).SequenceEqual(data.RowValues(y));

        public int GetHashCode(int row)
        {
            ulong hash = 0;
            foreach (int column in data.RowColumns(row))
            {
                hash = (hash ^ (uint)column) * 0x9E3779B97F4A7C15;
            }

            return (int)Hash(hash, data.RowValues(row));
        }
    }

    private static ulong Hash(ulong hash, ReadOnlySpan<float> values)
    {
        foreach (float value in values)
        {
            hash = (hash ^ BitConverter.SingleToUInt32Bits(value + 0f)) * 0x9E3779B97F4A7C15;
            hash ^= hash >> 32;
        }

        return hash;
    }
}
