namespace Vicinity;

/// <summary>A dense matrix as the values of pairs.</summary>
/// <param name="there">p_ij in row i.</param>
/// <param name="back">p_ji in row i; the same matrix where p is symmetric.</param>
internal sealed class DenseValues(PairMatrix there, PairMatrix back) : IPairValues
{
    /// <summary>From this share of all pairs on a dense matrix is the better home.</summary>
    private const double SmallestShare = 1.0 / 3;

    public int Count => there.Count;

    public bool IsSymmetric => ReferenceEquals(there, back);

    /// <summary>The values as a dense pass reads them.</summary>
    public TableRows Rows => new(there, back);

    /// <summary>True if so many pairs have an affinity that they are better kept dense.</summary>
    public static bool Suit(Affinities affinities) =>
        affinities.Count <= PairMatrix.MostPoints && affinities.EntryCount >= SmallestShare * affinities.Count * (affinities.Count - 1.0);

    public static DenseValues From(Affinities affinities)
    {
        PairMatrix there = new(affinities.Count);
        PairMatrix back = new(affinities.Count);
        bool isSymmetric = true;
        for (int i = 0; i < affinities.Count; i++)
        {
            ReadOnlySpan<int> columns = affinities.Neighbors(i);
            for (int k = 0; k < columns.Length; k++)
            {
                there.Row(i)[columns[k]] = affinities.Values(i)[k];
                back.Row(columns[k])[i] = affinities.Values(i)[k];
            }
        }

        for (int i = 0; i < affinities.Count && isSymmetric; i++)
        {
            isSymmetric = there.Row(i).SequenceEqual(back.Row(i));
        }

        return new(there, isSymmetric ? there : back);
    }

    public ReadOnlySpan<float> Stored(int i) => there.Row(i)[..Count];

    public void Read(int i, int first, int end, Span<float> theres, Span<float> backs)
    {
        there.Row(i)[first..end].CopyTo(theres);
        back.Row(i)[first..end].CopyTo(backs);
    }
}
