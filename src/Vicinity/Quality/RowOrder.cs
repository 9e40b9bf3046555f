using System.Runtime.CompilerServices;

namespace Vicinity;

/// <summary>All others of one point by their distance, ties by index, and the rank of each.</summary>
/// <param name="count">n.</param>
internal sealed class RowOrder(int count)
{
    private const int DigitBits = 11;
    private const int Digits = 3;
    private const int DigitMask = (1 << DigitBits) - 1;
    private const int IndexBits = 32;

    private readonly int[] order = new int[Math.Max(0, count - 1)];
    private readonly double[] tied = new double[Math.Max(0, count - 1)];
    private readonly int[] starts = new int[Digits << DigitBits];
    private ulong[] items = new ulong[Math.Max(0, count - 1)];
    private ulong[] spare = new ulong[Math.Max(0, count - 1)];

    /// <summary>The others, nearest first; length n - 1.</summary>
    public ReadOnlySpan<int> Order => order;

    /// <summary>For every point its place in <see cref="Order"/>, counted from 1; 0 for the point itself.</summary>
    public int[] Ranks { get; } = new int[count];

    /// <summary>Sorts: by the squares rounded to float, digit by digit, then within equal floats by the squares themselves.</summary>
    [MethodImpl(HotLoop.Alone)]
    public void Rank(int point, ReadOnlySpan<double> squaredDistances)
    {
        Load(point, squaredDistances);
        for (int digit = 0; digit < Digits; digit++)
        {
            Distribute(items, spare, starts.AsSpan(digit << DigitBits, 1 << DigitBits), IndexBits + (digit * DigitBits));
            (items, spare) = (spare, items);
        }

        for (int k = 0; k < order.Length; k++)
        {
            order[k] = (int)items[k];
        }

        SortWithinEqualKeys(squaredDistances);
        for (int k = 0; k < order.Length; k++)
        {
            Ranks[order[k]] = k + 1;
        }

        Ranks[point] = 0;
    }

    /// <summary>Items of all others in the order of their index, and where the entries of each digit begin.</summary>
    [MethodImpl(HotLoop.Alone)]
    private void Load(int point, ReadOnlySpan<double> squaredDistances)
    {
        Array.Clear(starts);
        for (int j = 0, k = 0; j < squaredDistances.Length; j++)
        {
            if (j != point)
            {
                uint key = BitConverter.SingleToUInt32Bits((float)squaredDistances[j]);
                items[k++] = ((ulong)key << IndexBits) | (uint)j;
                starts[key & DigitMask]++;
                starts[(1 << DigitBits) + ((key >> DigitBits) & DigitMask)]++;
                starts[(2 << DigitBits) + (key >> (2 * DigitBits))]++;
            }
        }

        for (int digit = 0; digit < Digits; digit++)
        {
            int before = 0;
            foreach (ref int start in starts.AsSpan(digit << DigitBits, 1 << DigitBits))
            {
                (start, before) = (before, before + start);
            }
        }
    }

    [MethodImpl(HotLoop.Alone)]
    private static void Distribute(ulong[] from, ulong[] to, Span<int> starts, int shift)
    {
        foreach (ulong item in from)
        {
            to[starts[(int)(item >> shift) & DigitMask]++] = item;
        }
    }

    /// <summary>Keys of equal floats came in the order of their index, which is right only if their squares are equal too.</summary>
    [MethodImpl(HotLoop.Alone)]
    private void SortWithinEqualKeys(ReadOnlySpan<double> squaredDistances)
    {
        for (int first = 0; first < order.Length;)
        {
            ulong key = items[first] >> IndexBits;
            int end = first + 1;
            bool isSorted = true;
            for (; end < order.Length && items[end] >> IndexBits == key; end++)
            {
                isSorted &= squaredDistances[order[end]] >= squaredDistances[order[end - 1]];
            }

            if (!isSorted)
            {
                SortExactly(squaredDistances, first, end);
            }

            first = end;
        }
    }

    private void SortExactly(ReadOnlySpan<double> squaredDistances, int first, int end)
    {
        for (int k = first; k < end; k++)
        {
            tied[k] = squaredDistances[order[k]];
        }

        ExactRanking.Sort(tied.AsSpan(first, end - first), order.AsSpan(first, end - first));
    }
}
