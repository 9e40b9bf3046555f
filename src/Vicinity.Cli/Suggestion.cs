namespace Vicinity.Cli;

/// <summary>Guesses the word that was meant.</summary>
internal static class Suggestion
{
    /// <returns>The nearest candidate; null if none is near: at most one slip per three letters.</returns>
    public static string? Nearest(string word, IEnumerable<string> candidates) => candidates
        .Select(candidate => (candidate, slips: Slips(word, candidate)))
        .Where(pair => pair.slips <= Math.Max(1, pair.candidate.TrimStart('-').Length / 3))
        .OrderBy(pair => pair.slips)
        .Select(pair => pair.candidate)
        .FirstOrDefault();

    /// <summary>Letters to insert, delete, change or swap with the next one (optimal string alignment).</summary>
    public static int Slips(string from, string to)
    {
        int[,] cost = new int[from.Length + 1, to.Length + 1];
        for (int i = 0; i <= from.Length; i++)
        {
            for (int j = 0; j <= to.Length; j++)
            {
                cost[i, j] = i == 0 || j == 0 ? i + j : Step(cost, from, to, i, j);
            }
        }

        return cost[from.Length, to.Length];
    }

    private static int Step(int[,] cost, string from, string to, int i, int j)
    {
        int change = cost[i - 1, j - 1] + (from[i - 1] == to[j - 1] ? 0 : 1);
        int best = Math.Min(change, Math.Min(cost[i - 1, j], cost[i, j - 1]) + 1);
        bool swapped = i > 1 && j > 1 && from[i - 1] == to[j - 2] && from[i - 2] == to[j - 1];
        return swapped ? Math.Min(best, cost[i - 2, j - 2] + 1) : best;
    }
}
