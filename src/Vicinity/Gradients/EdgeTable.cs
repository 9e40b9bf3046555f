namespace Vicinity;

/// <summary>
/// The pairs that attract each other, by rows in the order of the points, each with v_ij + v_ji, v = (a - 1) p - h(p). Rows are padded to a
/// multiple of sixteen by entries of 0. A pair may stand twice in a row, once for either direction.
/// </summary>
internal sealed unsafe class EdgeTable
{
    private const int BlockRows = 256;

    private readonly int[] offsets;

    /// <param name="packed">P, whose order is that of the points.</param>
    public EdgeTable(PackedRows packed)
    {
        Packed = packed;
        offsets = packed.Offsets.ToArray();
        Columns = new(0);
        Pulls = new(0);
    }

    /// <param name="affinities">P.</param>
    /// <param name="order">Which point stands at a place.</param>
    /// <param name="places">Where a point stands.</param>
    /// <param name="pull">v from p; null for p itself.</param>
    /// <param name="threads">Cores to use; each fills rows of its own.</param>
    public EdgeTable(Affinities affinities, int[] order, int[] places, Func<float, double>? pull, int threads)
    {
        offsets = Offsets(affinities, places);
        Columns = new(offsets[^1]);
        Pulls = new(offsets[^1]);
        if (affinities.IsSymmetric)
        {
            Blocks.Run(order.Length, BlockRows, threads, (_, first, end) => Fill(affinities, order, places, pull, first, end));
            return;
        }

        int[] next = offsets[..^1];
        int share = Math.Max(1, (order.Length + threads - 1) / threads);
        Blocks.Run(order.Length, share, threads, (_, first, end) =>
        {
            for (int place = 0; place < order.Length; place++)
            {
                Scatter(affinities, order[place], place, places, next, pull, first, end);
            }

            for (int place = first; place < end; place++)
            {
                Columns.Span[next[place]..offsets[place + 1]].Fill(place);
            }
        });
    }

    /// <summary>What all entries are in; null if they are in <see cref="Columns"/> and <see cref="Pulls"/>.</summary>
    public PackedRows? Packed { get; }

    /// <summary>The other place of every entry.</summary>
    public PinnedBuffer<int> Columns { get; }

    /// <summary>v_ij + v_ji beside it.</summary>
    public PinnedBuffer<float> Pulls { get; }

    /// <summary>Where the entries of a place begin; those of the last one end where one more would begin.</summary>
    public ReadOnlySpan<int> Offsets() => offsets;

    private static int[] Offsets(Affinities affinities, int[] places)
    {
        int[] lengths = new int[places.Length];
        for (int i = 0; i < places.Length; i++)
        {
            lengths[places[i]] += affinities.Neighbors(i).Length;
            foreach (int j in affinities.IsSymmetric ? [] : affinities.Neighbors(i))
            {
                lengths[places[j]]++;
            }
        }

        return Chunks.Offsets(Array.ConvertAll(lengths, Chunks.Padded));
    }

    /// <summary>Writes the rows of some places: both directions of a pair are alike, so a row of P is all there is.</summary>
    private void Fill(Affinities affinities, int[] order, int[] places, Func<float, double>? pull, int first, int end)
    {
        for (int place = first; place < end; place++)
        {
            ReadOnlySpan<int> neighbors = affinities.Neighbors(order[place]);
            ReadOnlySpan<float> values = affinities.Values(order[place]);
            Span<int> columns = Columns.Span[offsets[place]..offsets[place + 1]];
            Span<float> pulls = Pulls.Span[offsets[place]..offsets[place + 1]];
            for (int k = 0; k < neighbors.Length; k++)
            {
                columns[k] = places[neighbors[k]];
                pulls[k] = 2 * (pull is null ? values[k] : (float)pull(values[k]));
            }

            RankSort.Sort(columns[..neighbors.Length], pulls[..neighbors.Length]);
            columns[neighbors.Length..].Fill(place);
        }
    }

    /// <summary>
    /// Appends a point to those rows of its neighbours that are in a range. Points come in order, so they stand in the rows in order, and
    /// the positions that a row reads stand near each other.
    /// </summary>
    private void Scatter(
        Affinities affinities, int point, int place, int[] places, int[] next, Func<float, double>? pull, int first, int end)
    {
        ReadOnlySpan<int> neighbors = affinities.Neighbors(point);
        ReadOnlySpan<float> values = affinities.Values(point);
        bool isOwn = place >= first && place < end;
        for (int k = 0; k < neighbors.Length; k++)
        {
            int other = places[neighbors[k]];
            float value = pull is null ? values[k] : (float)pull(values[k]);
            if (other >= first && other < end)
            {
                Append(next, other, place, value);
            }

            if (isOwn)
            {
                Append(next, place, other, value);
            }
        }
    }

    private void Append(int[] next, int row, int column, float pull)
    {
        int at = next[row]++;
        Columns.Pointer[at] = column;
        Pulls.Pointer[at] = pull;
    }
}
