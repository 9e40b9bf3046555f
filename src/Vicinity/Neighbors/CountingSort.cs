namespace Vicinity;

/// <summary>Sorting items by a small whole number, equal ones in the order of their index; O(items + values).</summary>
internal static class CountingSort
{
    /// <param name="keys">One per item, 0 ... values - 1.</param>
    /// <param name="values">How many different keys there may be.</param>
    /// <param name="ends">Per key, the position behind its last item.</param>
    /// <returns>The items by position.</returns>
    public static int[] Order(ReadOnlySpan<int> keys, int values, out int[] ends)
    {
        ends = new int[values];
        foreach (int key in keys)
        {
            ends[key]++;
        }

        for (int sum = 0, key = 0; key < values; key++)
        {
            sum += ends[key];
            ends[key] = sum;
        }

        int[] next = [.. ends];
        int[] order = new int[keys.Length];
        for (int i = keys.Length - 1; i >= 0; i--)
        {
            order[--next[keys[i]]] = i;
        }

        return order;
    }
}
