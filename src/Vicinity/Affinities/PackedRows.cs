namespace Vicinity;

/// <summary>A symmetric P in six bytes an entry, its rows in an order in which near points stand near each other: at once a P and what an engine walks over.</summary>
/// <remarks>
/// Rows and columns are places in the order. Rows are padded to a multiple of sixteen by entries of 0 at their own place. Values are within 1/6800 of p
/// (<see cref="ShortFloat"/>), those of both directions of a pair alike (docs/decisions/0023-memory.md).
/// </remarks>
internal sealed unsafe class PackedRows
{
    private const int PieceRows = 1 << 14;
    private readonly int[] offsets;
    private readonly int[] lengths;

    /// <param name="order">Which point stands at a place.</param>
    /// <param name="lengths">Entries of every row; taken over.</param>
    /// <param name="most">The largest value.</param>
    public PackedRows(int[] order, int[] lengths, float most)
    {
        Order = order;
        this.lengths = lengths;
        offsets = PaddedOffsets(lengths);
        Columns = new(offsets[^1]);
        Codes = new(offsets[^1]);
        Top = ShortFloat.Top(most);
    }

    /// <summary>Number of points.</summary>
    public int Count => Order.Length;

    /// <summary>Number of entries, without padding.</summary>
    public long EntryCount => lengths.Sum(length => (long)length);

    /// <summary>Which point stands at a place.</summary>
    public int[] Order { get; }

    /// <summary>The other place of every entry, ascending in a row.</summary>
    public PinnedBuffer<int> Columns { get; }

    /// <summary>p beside it, as <see cref="ShortFloat"/>.</summary>
    public PinnedBuffer<ushort> Codes { get; }

    /// <summary>Of the codes.</summary>
    public int Top { get; }

    /// <summary>The longest row.</summary>
    public int Longest => lengths.DefaultIfEmpty(0).Max();

    /// <summary>Where the entries of a place begin; those of the last one end where one more would begin.</summary>
    public ReadOnlySpan<int> Offsets => offsets;

    /// <summary>Beginnings of rows that are padded to a multiple of sixteen.</summary>
    /// <exception cref="ArgumentException">There are more entries than a table holds.</exception>
    public static int[] PaddedOffsets(int[] lengths)
    {
        long total = 0;
        int[] offsets = new int[lengths.Length + 1];
        for (int row = 0; row < lengths.Length; row++)
        {
            total += (lengths[row] + Lanes.Count - 1) / Lanes.Count * Lanes.Count;
            offsets[row + 1] = total <= Array.MaxLength
                ? (int)total
                : throw new ArgumentException($"The affinities have more than {Array.MaxLength} entries, the most that this version holds. Use fewer neighbours.", nameof(lengths));
        }

        return offsets;
    }

    /// <summary>The places to which one has an affinity, ascending.</summary>
    public Span<int> RowColumns(int place) => Columns.Span.Slice(offsets[place], lengths[place]);

    /// <summary>The codes beside them.</summary>
    public Span<ushort> RowCodes(int place) => Codes.Span.Slice(offsets[place], lengths[place]);

    /// <summary>Sorts a row that is filled, and pads it.</summary>
    public void Close(int place)
    {
        RankSort.Sort(RowColumns(place), RowCodes(place));
        Columns.Span[(offsets[place] + lengths[place])..offsets[place + 1]].Fill(place);
    }

    /// <summary>Writes the values of a row, and returns their number; sixteen more may be overwritten.</summary>
    public int CopyValues(int place, Span<float> values)
    {
        Lanes least = Lanes.Broadcast(ShortFloat.Least(Top));
        for (int k = offsets[place], at = 0; k < offsets[place + 1]; k += Lanes.Count, at += Lanes.Count)
        {
            ShortFloat.Decode(Codes.Pointer + k, least).Store(values[at..]);
        }

        return lengths[place];
    }

    /// <summary>The same P by points, for those who need it so; eight bytes an entry.</summary>
    public SparseRows Unpack()
    {
        int[] places = new int[Count];
        for (int place = 0; place < Count; place++)
        {
            places[Order[place]] = place;
        }

        float[] values = new float[Longest + Lanes.Count];
        return SparseRows.Assemble(Count, PieceRows, 1, (point, columns, floats) =>
        {
            int place = places[point];
            int count = columns.IsEmpty ? lengths[place] : CopyValues(place, values);
            for (int k = 0; k < columns.Length; k++)
            {
                columns[k] = Order[RowColumns(place)[k]];
                floats[k] = values[k];
            }

            RankSort.Sort(columns, floats);
            return count;
        }, default);
    }
}
