namespace Vicinity;

/// <summary>Rows of chunks of sixteen entries, as many as a vector has lanes; the last one is filled up.</summary>
internal static class Chunks
{
    /// <summary>Entries of a chunk.</summary>
    public const int Length = Lanes.Count;

    /// <summary>The length of so many entries when the last chunk is filled up.</summary>
    public static int Padded(int entries) => (entries + Length - 1) / Length * Length;

    /// <summary>Where rows begin, and at the end where one more would.</summary>
    /// <param name="lengths">Of the rows, padded.</param>
    /// <exception cref="ArgumentException">There are more entries than a table holds.</exception>
    public static int[] Offsets(int[] lengths)
    {
        long total = 0;
        int[] offsets = new int[lengths.Length + 1];
        for (int row = 0; row < lengths.Length; row++)
        {
            total += lengths[row];
            offsets[row + 1] = total <= Array.MaxLength
                ? (int)total
                : throw new ArgumentException($"The affinities have more than {Array.MaxLength} entries, the most that this version holds. Use fewer neighbours.", nameof(lengths));
        }

        return offsets;
    }
}
