namespace Vicinity;

/// <summary>
/// P by rows with both directions side by side: entry (i, j) holds p_ij and p_ji, and exists if one of them does. Rows are padded to a
/// multiple of sixteen by entries (i, i) of 0, so that lanes never leave a row.
/// </summary>
internal sealed class PairedAffinities : IPairValues
{
    private readonly long[] offsets;
    private readonly int[] columns;
    private readonly float[] forward;
    private readonly float[] backward;

    public PairedAffinities(Affinities affinities)
    {
        bool symmetric = affinities.IsSymmetric;
        int[][] incoming = symmetric ? [] : Incoming(affinities);
        offsets = RowStarts(affinities, incoming);
        columns = new int[offsets[^1]];
        forward = new float[offsets[^1]];
        backward = symmetric ? forward : new float[offsets[^1]];
        for (int i = 0; i < Count; i++)
        {
            FillRow(affinities, i, symmetric ? [] : incoming[i]);
        }

        backward = forward.AsSpan().SequenceEqual(backward) ? forward : backward;
    }

    /// <summary>Number of points, n.</summary>
    public int Count => offsets.Length - 1;

    /// <summary>True if p_ij = p_ji; then both directions are one array.</summary>
    public bool IsSymmetric => ReferenceEquals(forward, backward);

    /// <summary>The other points of row i, ascending, then i itself as padding.</summary>
    public ReadOnlySpan<int> Columns(int i) => Row<int>(columns, i);

    /// <summary>p_ij beside <see cref="Columns"/>.</summary>
    public ReadOnlySpan<float> Forward(int i) => Row<float>(forward, i);

    /// <summary>p_ji beside <see cref="Columns"/>.</summary>
    public ReadOnlySpan<float> Backward(int i) => Row<float>(backward, i);

    public ReadOnlySpan<float> Stored(int i) => Forward(i);

    public void Read(int i, int first, int end, Span<float> there, Span<float> back)
    {
        there[..(end - first)].Clear();
        back[..(end - first)].Clear();
        ReadOnlySpan<int> others = Columns(i);
        int near = others[..Math.Max(0, others.Length - Lanes.Count + 1)].BinarySearch(first);        // before any padding
        for (int k = near < 0 ? ~near : near; k < others.Length && others[k] < end; k++)
        {
            if (others[k] >= first)
            {
                there[others[k] - first] = Forward(i)[k];
                back[others[k] - first] = Backward(i)[k];
            }
        }
    }

    private ReadOnlySpan<T> Row<T>(T[] values, int i) => values.AsSpan((int)offsets[i], (int)(offsets[i + 1] - offsets[i]));

    /// <summary>For every point the rows in which it is a column, ascending.</summary>
    private static int[][] Incoming(Affinities affinities)
    {
        List<int>[] rows = [.. Enumerable.Range(0, affinities.Count).Select(_ => new List<int>())];
        for (int i = 0; i < affinities.Count; i++)
        {
            foreach (int j in affinities.Neighbors(i))
            {
                rows[j].Add(i);
            }
        }

        return [.. rows.Select(row => row.ToArray())];
    }

    private static long[] RowStarts(Affinities affinities, int[][] incoming)
    {
        long[] starts = new long[affinities.Count + 1];
        for (int i = 0; i < affinities.Count; i++)
        {
            int length = incoming.Length == 0 ? affinities.Neighbors(i).Length : UnionLength(affinities.Neighbors(i), incoming[i]);
            starts[i + 1] = starts[i] + Coordinates.PaddedLength(length);
        }

        return starts[^1] <= Array.MaxLength
            ? starts
            : throw new ArgumentException($"The affinities have {starts[^1]} entries in both directions; this version holds at most {Array.MaxLength}.", nameof(affinities));
    }

    private static int UnionLength(ReadOnlySpan<int> a, ReadOnlySpan<int> b)
    {
        int common = 0;
        foreach (int j in b)
        {
            common += a.BinarySearch(j) >= 0 ? 1 : 0;
        }

        return a.Length + b.Length - common;
    }

    /// <summary>Merges row i with the rows that point at i; both ascend.</summary>
    private void FillRow(Affinities affinities, int i, ReadOnlySpan<int> incoming)
    {
        ReadOnlySpan<int> outgoing = affinities.Neighbors(i);
        ReadOnlySpan<float> values = affinities.Values(i);
        int at = (int)offsets[i];
        int next = 0;
        for (int k = 0; k < outgoing.Length || next < incoming.Length; at++)
        {
            int j = k < outgoing.Length ? outgoing[k] : int.MaxValue;
            int source = next < incoming.Length ? incoming[next] : int.MaxValue;
            columns[at] = Math.Min(j, source);
            if (j <= source)
            {
                forward[at] = values[k++];
            }

            if (source <= j)
            {
                backward[at] = affinities.Values(source)[affinities.Neighbors(source).BinarySearch(i)];
                next++;
            }
        }

        columns.AsSpan(at, (int)offsets[i + 1] - at).Fill(i);
    }
}
