using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Vicinity;

/// <summary>Sorts a short list of different keys with their items by counting, for each, how many are smaller: sixteen comparisons at a time.</summary>
internal static class RankSort
{
    private const int Width = 16;
    private const int MostCounted = 1024;

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
}
