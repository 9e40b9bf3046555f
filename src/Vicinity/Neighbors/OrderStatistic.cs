namespace Vicinity;

/// <summary>The value that would stand at a place if a list were sorted; expected O(n) (Hoare 1961), the pivots by a fixed rule.</summary>
internal static class OrderStatistic
{
    /// <param name="values">Reordered.</param>
    /// <param name="rank">0 ... n - 1.</param>
    public static double Select(Span<double> values, int rank)
    {
        int low = 0;
        int high = values.Length - 1;
        while (low < high)
        {
            (int left, int right) = Partition(values, low, high);
            if (rank <= right)
            {
                high = right;
            }
            else if (rank >= left)
            {
                low = left;
            }
            else
            {
                break;
            }
        }

        return values[rank];
    }

    /// <summary>Values up to the pivot go left, others right; between the two ends that it returns, all equal the pivot.</summary>
    private static (int Left, int Right) Partition(Span<double> values, int left, int right)
    {
        double pivot = Median(values[left], values[left + ((right - left) / 2)], values[right]);
        while (left <= right)
        {
            while (values[left] < pivot)
            {
                left++;
            }

            while (values[right] > pivot)
            {
                right--;
            }

            if (left <= right)
            {
                (values[left], values[right]) = (values[right--], values[left++]);
            }
        }

        return (left, right);
    }

    private static double Median(double a, double b, double c) => Math.Max(Math.Min(a, b), Math.Min(Math.Max(a, b), c));
}
