namespace Vicinity;

/// <summary>Finds neighbour graphs that fall into pieces (D111).</summary>
internal static class SeparatePieces
{
    public static FitWarning? Find(Affinities affinities)
    {
        DisjointSets partition = new(affinities.Count);
        PackedRows? packed = affinities.Packed;
        int[] columns = new int[packed?.Longest ?? 0];
        float[] values = new float[columns.Length];
        for (int i = 0; i < affinities.Count; i++)
        {
            foreach (int j in packed is null ? affinities.Neighbors(i) : columns.AsSpan(0, packed.Read(i, columns, values)))
            {
                partition.Join(i, j);
            }
        }

        int[][] pieces = partition.Sets();
        return pieces.Length <= 1 ? null : new("D111",
            $"The neighbour graph falls into {pieces.Length:N0} pieces, of {Counted.Of(pieces[0].Length, "point")} down to {pieces[^1].Length:N0}: nothing in the data says where they lie to each other. Read no gaps, or use more neighbours.")
        {
            Number = pieces.Length,
            Threshold = 1,
        };
    }
}
