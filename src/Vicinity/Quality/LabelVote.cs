namespace Vicinity;

/// <summary>The label that the nearest points name.</summary>
/// <param name="labels">One class per point.</param>
internal sealed class LabelVote(Labels labels)
{
    private readonly int[] votes = new int[labels.Names.Count];

    /// <summary>True if most of the nearest have the point's label; of tied classes the one with the nearest member wins, without neighbours none.</summary>
    public bool Names(int point, ReadOnlySpan<int> nearest)
    {
        ReadOnlySpan<int> codes = labels.Codes;
        int most = 0;
        foreach (int j in nearest)
        {
            most = Math.Max(most, ++votes[codes[j]]);
        }

        int winner = -1;
        foreach (int j in nearest)
        {
            winner = winner < 0 && votes[codes[j]] == most ? codes[j] : winner;
        }

        foreach (int j in nearest)
        {
            votes[codes[j]] = 0;
        }

        return winner == codes[point];
    }
}
