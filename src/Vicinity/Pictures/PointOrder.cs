namespace Vicinity;

/// <summary>The order in which points are drawn: shuffled, so that no class covers the others; always the same for the same number.</summary>
internal static class PointOrder
{
    public static int[] Of(int points)
    {
        int[] order = [.. Enumerable.Range(0, points)];
        SeededRandom random = new(0);
        for (int k = points - 1; k > 0; k--)
        {
            int other = random.NextInt(k + 1);
            (order[k], order[other]) = (order[other], order[k]);
        }

        return order;
    }
}
