namespace Vicinity;

/// <summary>Finds rows that are equal in every value (D102), in O(n d) time.</summary>
internal static class DuplicateRows
{
    /// <summary>The warning about them; null if there are none.</summary>
    public static FitWarning? Find(Matrix data) => Find(data.Rows, new ByValues(data));

    /// <summary>The same for sparse rows without stored zeros.</summary>
    public static FitWarning? Find(SparseMatrix data) => Find(data.Rows, new ByEntries(data));

    private static FitWarning? Find(int rowCount, IEqualityComparer<int> comparer)
    {
        Dictionary<int, int> copiesByFirst = new(rowCount, comparer);
        for (int i = 0; i < rowCount; i++)
        {
            copiesByFirst[i] = copiesByFirst.GetValueOrDefault(i) + 1;
        }

        int most = copiesByFirst.Values.DefaultIfEmpty().Max();
        int rows = copiesByFirst.Values.Where(copies => copies > 1).Sum();
        return most < 2 ? null : new("D102",
            $"{rows} of {rowCount} rows are exact duplicates of others; one of them occurs {most} times. Merge them, or expect clumps in the map.");
    }

    /// <summary>Row numbers are equal if the rows are; -0 is 0.</summary>
    private sealed class ByValues(Matrix data) : IEqualityComparer<int>
    {
        public bool Equals(int x, int y) => data.Row(x).SequenceEqual(data.Row(y));

        public int GetHashCode(int row) => (int)Hash(0, data.Row(row));
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
