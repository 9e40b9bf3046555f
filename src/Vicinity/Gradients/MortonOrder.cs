namespace Vicinity;

/// <summary>
/// Sorts points by the bits of their cells' coordinates, interleaved (Morton 1966). Eleven bits at a time, by counting, in blocks that
/// depend on n alone; points in one cell stay in the order in which they came.
/// </summary>
internal sealed unsafe class MortonOrder
{
    private const int BlockSize = 16_384;
    private const int DigitBits = 11;
    private const int Digits = 1 << DigitBits;

    private readonly int count;
    private readonly int dimensions;
    private readonly int threads;
    private readonly int blocks;
    private readonly int[] counts;
    private ulong[] spareKeys;
    private int[] spareOrder;

    public MortonOrder(int count, int dimensions, int threads)
    {
        this.count = count;
        this.dimensions = dimensions;
        this.threads = threads;
        blocks = Blocks.Count(count, BlockSize);
        counts = new int[blocks * Digits];
        Keys = new ulong[count];
        Order = new int[count];
        spareKeys = new ulong[count];
        spareOrder = new int[count];
    }

    /// <summary>The sorted numbers of the cells.</summary>
    public ulong[] Keys { get; private set; }

    /// <summary>Which point has which of them.</summary>
    public int[] Order { get; private set; }

    /// <summary>Cells along an axis, as a power of 2.</summary>
    public int Bits => dimensions == 3 ? 21 : 32;

    /// <summary>Sorts.</summary>
    /// <param name="axes">One stretch of coordinates per dimension.</param>
    /// <param name="length">Way from one stretch to the next.</param>
    /// <param name="low">The lower corner of the bounding box.</param>
    /// <param name="span">The longest edge of it.</param>
    public void Sort(float* axes, nint length, float[] low, double span)
    {
        double scale = span > 0 ? ((1L << Bits) - 1) / span : 0;
        Blocks.Run(count, BlockSize, threads, (_, first, end) =>
        {
            for (int i = first; i < end; i++)
            {
                ulong key = 0;
                for (int d = 0; d < dimensions; d++)
                {
                    key |= Apart((ulong)(((double)axes[(d * length) + i] - low[d]) * scale)) << d;
                }

                Keys[i] = key;
                Order[i] = i;
            }
        });
        for (int shift = 0; shift < Bits * dimensions; shift += DigitBits)
        {
            SortBy(shift);
        }
    }

    /// <summary>One pass: counts of every block, where their stretches begin, and the move.</summary>
    private void SortBy(int shift)
    {
        Blocks.Run(count, BlockSize, threads, (block, first, end) =>
        {
            Span<int> own = counts.AsSpan(block * Digits, Digits);
            own.Clear();
            for (int i = first; i < end; i++)
            {
                own[Digit(Keys[i], shift)]++;
            }
        });
        if (!FindStretches())
        {
            return;
        }

        Blocks.Run(count, BlockSize, threads, (block, first, end) =>
        {
            Span<int> next = counts.AsSpan(block * Digits, Digits);
            for (int i = first; i < end; i++)
            {
                int to = next[Digit(Keys[i], shift)]++;
                spareKeys[to] = Keys[i];
                spareOrder[to] = Order[i];
            }
        });
        (Keys, spareKeys) = (spareKeys, Keys);
        (Order, spareOrder) = (spareOrder, Order);
    }

    /// <summary>Turns counts into beginnings; false if all points have the same digit.</summary>
    private bool FindStretches()
    {
        int begin = 0;
        for (int digit = 0; digit < Digits; digit++)
        {
            int before = begin;
            for (int at = digit; at < counts.Length; at += Digits)
            {
                (counts[at], begin) = (begin, begin + counts[at]);
            }

            if (begin - before == count)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Moves the bits of a number apart, so that those of the other axes fit between them.</summary>
    private ulong Apart(ulong x) => dimensions switch
    {
        1 => x,
        2 => Spread(Spread(Spread(Spread(Spread(
            x, 16, 0x0000FFFF0000FFFF), 8, 0x00FF00FF00FF00FF), 4, 0x0F0F0F0F0F0F0F0F), 2, 0x3333333333333333), 1, 0x5555555555555555),
        _ => Spread(Spread(Spread(Spread(Spread(
            x, 32, 0x001F00000000FFFF), 16, 0x001F0000FF0000FF), 8, 0x100F00F00F00F00F), 4, 0x10C30C30C30C30C3), 2, 0x1249249249249249),
    };

    private static ulong Spread(ulong x, int shift, ulong mask) => (x | (x << shift)) & mask;

    private static int Digit(ulong key, int shift) => (int)(key >> shift) & (Digits - 1);
}
