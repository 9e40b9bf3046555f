namespace Vicinity;

/// <summary>Looks over a table of neighbours that were found elsewhere, and puts it in order.</summary>
internal static class GivenNeighbors
{
    /// <summary>The graph of n x k neighbours and distances.</summary>
    public static NeighborGraph Build(ReadOnlySpan<int> neighbors, Matrix distances)
    {
        int count = distances.Rows;
        int given = distances.Columns;
        if (neighbors.Length != (long)count * given)
        {
            throw new ArgumentException($"{neighbors.Length} neighbours do not fit {count} rows of {given} distances. Both need one shape, n x k.", nameof(neighbors));
        }

        bool holdsSelf = false;
        for (int i = 0; i < count; i++)
        {
            ReadOnlySpan<int> row = neighbors.Slice(i * given, given);
            Check(i, row, distances.Row(i), count);
            holdsSelf |= row.Contains(i);
        }

        int k = given - (holdsSelf ? 1 : 0);
        NearestRows table = new(new(count, k), new(count, k));
        for (int i = 0; i < count; i++)
        {
            Write(i, neighbors.Slice(i * given, given), distances.Row(i), table);
        }

        return table.ToGraph();
    }

    private static void Check(int point, ReadOnlySpan<int> neighbors, ReadOnlySpan<float> distances, int count)
    {
        HashSet<int> seen = [];
        for (int k = 0; k < neighbors.Length; k++)
        {
            string? fault = neighbors[k] < 0 || neighbors[k] >= count ? $"names point {neighbors[k]}, but there are {count} points, counted from 0"
                : !seen.Add(neighbors[k]) ? $"names point {neighbors[k]} a second time"
                : !(distances[k] >= 0) || !float.IsFinite(distances[k]) ? $"has the distance {distances[k]}; it must be a finite number of at least 0"
                : null;
            if (fault is not null)
            {
                throw new ArgumentException($"Neighbours: row {point}, column {k} (both counted from 0) {fault}.", nameof(neighbors));
            }
        }
    }

    /// <summary>By (distance, index), the point itself left out; one too many falls off the far end.</summary>
    private static void Write(int point, ReadOnlySpan<int> neighbors, ReadOnlySpan<float> distances, NearestRows table)
    {
        int[] others = neighbors.ToArray();
        double[] lengths = Array.ConvertAll(distances.ToArray(), value => (double)value);
        ExactRanking.Sort(lengths, others);
        int k = 0;
        for (int at = 0; at < others.Length && k < table.Indices.Row(point).Length; at++)
        {
            if (others[at] != point)
            {
                table.Indices.Row(point)[k] = others[at];
                table.Distances.Row(point)[k++] = (float)lengths[at];
            }
        }
    }
}
