namespace Vicinity;

/// <summary>An order of centers in which near ones stand near each other: halves along the axis on which they are spread most, and so on.</summary>
internal static class CenterOrder
{
    /// <summary>Which center stands at a place.</summary>
    /// <param name="centers">One after the other.</param>
    /// <param name="depth">Numbers of each.</param>
    public static int[] Of(float[] centers, int depth)
    {
        int[] order = [.. Enumerable.Range(0, centers.Length / depth)];
        Halve(centers, depth, order);
        return order;
    }

    private static void Halve(float[] centers, int depth, Span<int> order)
    {
        if (order.Length < 3)
        {
            return;
        }

        int axis = Widest(centers, depth, order);
        order.Sort((a, b) => (centers[(a * depth) + axis], a).CompareTo((centers[(b * depth) + axis], b)));
        Halve(centers, depth, order[..(order.Length / 2)]);
        Halve(centers, depth, order[(order.Length / 2)..]);
    }

    /// <summary>The axis of the largest variance.</summary>
    private static int Widest(float[] centers, int depth, ReadOnlySpan<int> order)
    {
        (int widest, double most) = (0, -1);
        for (int d = 0; d < depth; d++)
        {
            double sum = 0;
            double squares = 0;
            foreach (int center in order)
            {
                double value = centers[(center * depth) + d];
                sum += value;
                squares += value * value;
            }

            double variance = squares - (sum * sum / order.Length);
            (widest, most) = variance > most ? (d, variance) : (widest, most);
        }

        return widest;
    }
}
