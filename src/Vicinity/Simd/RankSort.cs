using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Vicinity;

/// <summary>Sorts a short list of keys with their items by counting, for each, how many stand before it: a vector of comparisons at a time.</summary>
internal static class RankSort
{
    private const int MostVectors = 64;

    /// <param name="keys">No NaN; of equal ones no order is promised.</param>
    /// <param name="items">Move along.</param>
    [MethodImpl(HotLoop.Alone)]
    [SkipLocalsInit]
    public static void Sort<TKey, TItem>(Span<TKey> keys, Span<TItem> items)
        where TKey : unmanaged, INumber<TKey>
        where TItem : unmanaged
    {
        int width = Vector512<TKey>.Count;
        int padded = (keys.Length + width - 1) / width * width;
        if (keys.Length < 2 || padded > MostVectors * width)
        {
            keys.Sort(items);
            return;
        }

        Span<TKey> oldKeys = stackalloc TKey[padded];
        Span<TItem> oldItems = stackalloc TItem[keys.Length];
        keys.CopyTo(oldKeys);
        oldKeys[keys.Length..].Fill(Largest(keys));
        items.CopyTo(oldItems);
        ref TKey first = ref MemoryMarshal.GetReference(oldKeys);
        for (int i = 0; i < keys.Length; i++)
        {
            int rank = Rank(ref first, padded, i);
            keys[rank] = oldKeys[i];
            items[rank] = oldItems[i];
        }
    }

    /// <summary>How many keys are smaller, or equal and further in front.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int Rank<TKey>(ref TKey first, int count, int i)
        where TKey : unmanaged, INumber<TKey>
    {
        int width = Vector512<TKey>.Count;
        int own = i / width * width;
        Vector512<TKey> key = Vector512.Create(Unsafe.Add(ref first, i));
        int rank = 0;
        for (int k = 0; k < own; k += width)
        {
            rank += BitOperations.PopCount(Vector512.LessThanOrEqual(Vector512.LoadUnsafe(ref first, (nuint)k), key).ExtractMostSignificantBits());
        }

        Vector512<TKey> around = Vector512.LoadUnsafe(ref first, (nuint)own);
        ulong inFront = (1UL << (i - own)) - 1;
        rank += BitOperations.PopCount(Vector512.LessThan(around, key).ExtractMostSignificantBits() | (Vector512.Equals(around, key).ExtractMostSignificantBits() & inFront));
        for (int k = own + width; k < count; k += width)
        {
            rank += BitOperations.PopCount(Vector512.LessThan(Vector512.LoadUnsafe(ref first, (nuint)k), key).ExtractMostSignificantBits());
        }

        return rank;
    }

    private static TKey Largest<TKey>(ReadOnlySpan<TKey> keys)
        where TKey : unmanaged, INumber<TKey>
    {
        TKey largest = keys[0];
        foreach (TKey key in keys)
        {
            largest = key > largest ? key : largest;
        }

        return largest;
    }
}
