namespace Vicinity;

/// <summary>A seeded choice of rows without repetition.</summary>
internal static class RandomRows
{
    /// <summary>At most <paramref name="wanted"/> of the rows 0 ... count - 1, ascending.</summary>
    /// <remarks>Every row is taken with the chance (rows still wanted) / (rows still to come): Fan, Muller and Rezucha 1962.</remarks>
    public static int[] Choose(int count, int wanted, int seed)
    {
        SeededRandom random = new(seed);
        int[] chosen = new int[Math.Min(count, wanted)];
        int taken = 0;
        for (int i = 0; taken < chosen.Length; i++)
        {
            if (random.NextInt(count - i) < chosen.Length - taken)
            {
                chosen[taken++] = i;
            }
        }

        return chosen;
    }
}
