namespace Vicinity;

/// <summary>A random choice of rows, without repetition, ascending.</summary>
internal static class RandomRows
{
    /// <summary>All rows if no fewer are wanted.</summary>
    /// <remarks>Every row is taken with the chance (rows still wanted) / (rows still to come): Fan, Muller and Rezucha 1962.</remarks>
    public static int[] Choose(int count, int wanted, int seed)
    {
        if (wanted >= count)
        {
            return [.. Enumerable.Range(0, count)];
        }

        SeededRandom random = new(seed);
        int[] chosen = new int[wanted];
        int taken = 0;
        for (int i = 0; taken < wanted; i++)
        {
            if (random.NextInt(count - i) < wanted - taken)
            {
                chosen[taken++] = i;
            }
        }

        return chosen;
    }
}
