using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Vicinity;

/// <summary>Sorts a short list of different keys with their items by counting, for each, how many are smaller: sixteen comparisons at a time.</summary>
internal static class RankSort
{
    private const int Width = 16;
    private const int MostCounted = 1024;
    private const int MostDoubles = 256;

    /// <param name="keys">All different, below <see cref="int.MaxValue"/>.</param>
    /// <param name="items">Move along.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    [SkipLocalsInit]
    public static void Sort<T>(Span<int> keys, Span<T> items)
        where T : unmanaged
    {
        if (keys.Length > MostCounted)
        {
            keys.Sort(items);
            return;
        }

        int padded = (keys.Length + Width - 1) / Width * Width;
        Span<int> oldKeys = stackalloc int[padded];
        Span<T> oldItems = stackalloc T[keys.Length];
        keys.CopyTo(oldKeys);
        oldKeys[keys.Length..].Fill(int.MaxValue);
        items.CopyTo(oldItems);
        ref int first = ref MemoryMarshal.GetReference(oldKeys);
        for (int i = 0; i < keys.Length; i++)
        {
            Vector512<int> key = Vector512.Create(oldKeys[i]);
            Vector512<int> smaller = Vector512<int>.Zero;
            for (int k = 0; k < padded; k += Width)
            {
                smaller -= Vector512.LessThan(Vector512.LoadUnsafe(ref first, (nuint)k), key);
            }

            int rank = Vector512.Sum(smaller);
            keys[rank] = oldKeys[i];
            items[rank] = oldItems[i];
        }
    }

    /// <summary>Sorts by key, equal keys by item.</summary>
    /// <param name="keys">No NaN.</param>
    /// <param name="items">All different; move along.</param>
    /// <returns>False, and nothing is done, if the list is not short.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    [SkipLocalsInit]
    public static bool TrySort(Span<double> keys, Span<int> items)
    {
        if (keys.Length > MostDoubles)
        {
            return false;
        }

        Span<double> oldKeys = stackalloc double[(keys.Length + Vector512<double>.Count - 1) / Vector512<double>.Count * Vector512<double>.Count];
        Span<int> oldItems = stackalloc int[keys.Length];
        keys.CopyTo(oldKeys);
        oldKeys[keys.Length..].Fill(double.PositiveInfinity);
        items.CopyTo(oldItems);
        ref double first = ref MemoryMarshal.GetReference(oldKeys);
        for (int i = 0; i < oldItems.Length; i++)
        {
            Vector512<double> key = Vector512.Create(oldKeys[i]);
            Vector512<long> smaller = Vector512<long>.Zero;
            Vector512<long> equal = Vector512<long>.Zero;
            for (int k = 0; k < oldKeys.Length; k += Vector512<double>.Count)
            {
                Vector512<double> others = Vector512.LoadUnsafe(ref first, (nuint)k);
                smaller -= Vector512.LessThan(others, key).AsInt64();
                equal -= Vector512.Equals(others, key).AsInt64();
            }

            int rank = (int)Vector512.Sum(smaller) + (Vector512.Sum(equal) > 1 ? SmallerItems(oldKeys, oldItems, i) : 0);
            keys[rank] = oldKeys[i];
            items[rank] = oldItems[i];
        }

        return true;
    }

    private static int SmallerItems(ReadOnlySpan<double> keys, ReadOnlySpan<int> items, int i)
    {
        int count = 0;
        for (int k = 0; k < items.Length; k++)
        {
            count += keys[k] == keys[i] && items[k] < items[i] ? 1 : 0;
        }

        return count;
    }
}
