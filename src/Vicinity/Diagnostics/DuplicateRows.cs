namespace Vicinity;

/// <summary>Finds rows that are equal in every value (D102), in O(n d) time.</summary>
internal static class DuplicateRows
{
    /// <summary>Above this share of repeated rows it is a warning, else a note.</summary>
    private const double MostRepeated = 0.01;

    /// <param name="data">n x d.</param>
    /// <param name="neighbors">k, of which copies of one row can be all.</param>
    public static FitWarning? Find(Matrix data, int neighbors = int.MaxValue)
    {
        Dictionary<int, int> copiesByFirst = new(data.Rows, new ByValues(data));
        for (int i = 0; i < data.Rows; i++)
        {
            copiesByFirst[i] = copiesByFirst.GetValueOrDefault(i) + 1;
        }

        int most = copiesByFirst.Values.DefaultIfEmpty().Max();
        int rows = copiesByFirst.Values.Where(copies => copies > 1).Sum();
        double repeated = (double)(data.Rows - copiesByFirst.Count) / Math.Max(1, data.Rows);
        return most < 2 ? null : new("D102",
            $"{rows} of {data.Rows} rows are exact duplicates of others; one of them occurs {most} times. Merge them, or expect clumps in the map.")
        {
            Severity = repeated > MostRepeated || most > neighbors ? Severity.Warning : Severity.Note,
            Number = repeated,
            Threshold = MostRepeated,
        };
    }

    /// <summary>The first of every set of equal rows, ascending.</summary>
    public static int[] Distinct(Matrix data)
    {
        HashSet<int> seen = new(data.Rows, new ByValues(data));
        return [.. Enumerable.Range(0, data.Rows).Where(seen.Add)];
    }

    /// <summary>Row numbers are equal if the rows are; -0 is 0.</summary>
    private sealed class ByValues(Matrix data) : IEqualityComparer<int>
    {
        public bool Equals(int x, int y) => data.Row(x).SequenceEqual(data.Row(y));

        public int GetHashCode(int row)
        {
            ulong hash = 0;
            foreach (float value in data.Row(row))
            {
                hash = (hash ^ BitConverter.SingleToUInt32Bits(value + 0f)) * 0x9E3779B97F4A7C15;
                hash ^= hash >> 32;
            }

            return (int)hash;
        }
    }
}
