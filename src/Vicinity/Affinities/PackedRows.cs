using System.Runtime.CompilerServices;

namespace Vicinity;

/// <summary>A symmetric P in about four bytes an entry, its rows in an order in which near points stand near each other: at once a P and what an engine walks over.</summary>
/// <remarks>
/// Rows and columns are places in the order. Columns ascend in a row and come in chunks of sixteen that lie in one stretch of 2^16 places, so that two bytes tell
/// them apart; chunks are filled up by entries of 0. Values are within 1/6800 of p (<see cref="ShortFloat"/>), those of both directions of a pair alike
/// (docs/decisions/0023-memory.md).
/// </remarks>
internal sealed unsafe class PackedRows
{
    private const int PieceRows = 1 << 14;
    private const int StretchBits = 16;
    private readonly int[] offsets;
    private long? entryCount;

    /// <param name="order">Which point stands at a place.</param>
    /// <param name="lengths">Entries of every row, chunks filled up: see <see cref="PaddedLength"/>.</param>
    /// <param name="most">The largest value.</param>
    public PackedRows(int[] order, int[] lengths, float most)
    {
        Order = order;
        offsets = Chunks.Offsets(lengths);
        Longest = lengths.DefaultIfEmpty(0).Max();
        Columns = new(offsets[^1]);
        Codes = new(offsets[^1]);
        Stretches = new(offsets[^1] / Chunks.Length);
        Top = ShortFloat.Top(most);
    }

    /// <summary>Number of points.</summary>
    public int Count => Order.Length;

    /// <summary>Number of entries, without padding.</summary>
    public long EntryCount => entryCount ??= Codes.Length - Codes.Span.Count((ushort)0);

    /// <summary>Which point stands at a place.</summary>
    public int[] Order { get; }

    /// <summary>The other place of every entry, less where its stretch begins.</summary>
    public PinnedBuffer<ushort> Columns { get; }

    /// <summary>The stretch of every chunk.</summary>
    public PinnedBuffer<ushort> Stretches { get; }

    /// <summary>p beside each column, as <see cref="ShortFloat"/>; 0 in padding and nowhere else.</summary>
    public PinnedBuffer<ushort> Codes { get; }

    /// <summary>Of the codes.</summary>
    public int Top { get; }

    /// <summary>The longest row, padding included.</summary>
    public int Longest { get; }

    /// <summary>Where the entries of a place begin; those of the last one end where one more would begin.</summary>
    public ReadOnlySpan<int> Offsets => offsets;

    /// <summary>Stretches of so many places.</summary>
    public static int StretchesOf(int count) => ((count - 1) >> StretchBits) + 1;

    /// <summary>The stretch in which a place lies.</summary>
    public static int StretchOf(int place) => place >> StretchBits;

    /// <summary>The first place of a stretch.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int StretchStart(int stretch) => stretch << StretchBits;

    /// <summary>The length of a row with so many entries in each stretch.</summary>
    public static int PaddedLength(ReadOnlySpan<int> counts)
    {
        int length = 0;
        foreach (int count in counts)
        {
            length += Chunks.Padded(count);
        }

        return length;
    }

    /// <summary>Writes a row.</summary>
    /// <param name="place">Which.</param>
    /// <param name="columns">The other places, in any order, in which they are not left.</param>
    /// <param name="codes">The codes beside them, none 0.</param>
    public void Fill(int place, Span<int> columns, Span<ushort> codes)
    {
        RankSort.Sort(columns, codes);
        int at = offsets[place];
        for (int k = 0; k < columns.Length; at++)
        {
            int stretch = StretchOf(columns[k]);
            if (at % Chunks.Length == 0)
            {
                Stretches.Pointer[at / Chunks.Length] = (ushort)stretch;
            }

            // Padding stands at the last entry of its chunk.
            bool isEntry = Stretches.Pointer[at / Chunks.Length] == stretch;
            Columns.Pointer[at] = (ushort)columns[isEntry ? k : k - 1];
            Codes.Pointer[at] = isEntry ? codes[k] : (ushort)0;
            k += isEntry ? 1 : 0;
        }

        for (; at < offsets[place + 1]; at++)
        {
            Columns.Pointer[at] = (ushort)columns[^1];
        }
    }

    /// <summary>Writes a row without its padding, and returns its number of entries.</summary>
    /// <param name="place">Which.</param>
    /// <param name="columns">Receives the places to which it has an affinity, ascending; at least <see cref="Longest"/> long.</param>
    /// <param name="values">Receives p beside them; as long.</param>
    public int Read(int place, Span<int> columns, Span<float> values)
    {
        int count = 0;
        for (int k = offsets[place]; k < offsets[place + 1]; k++)
        {
            if (Codes.Pointer[k] != 0)
            {
                columns[count] = StretchStart(Stretches.Pointer[k / Chunks.Length]) + Columns.Pointer[k];
                values[count++] = ShortFloat.Decode(Codes.Pointer[k], Top);
            }
        }

        return count;
    }

    /// <summary>The same P by points, for those who need it so; eight bytes an entry.</summary>
    public SparseRows Unpack()
    {
        int[] places = new int[Count];
        for (int place = 0; place < Count; place++)
        {
            places[Order[place]] = place;
        }

        int[] others = new int[Longest];
        float[] values = new float[Longest];
        return SparseRows.Assemble(Count, PieceRows, 1, (point, columns, floats) =>
        {
            int count = Read(places[point], others, values);
            for (int k = 0; k < columns.Length; k++)
            {
                columns[k] = Order[others[k]];
                floats[k] = values[k];
            }

            RankSort.Sort(columns, floats);
            return count;
        }, default);
    }
}
