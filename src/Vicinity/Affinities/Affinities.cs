namespace Vicinity;

/// <summary>Input probabilities p_ij of a neighbour embedding, sparse by rows.</summary>
public sealed class Affinities
{
    private readonly long[] offsets;
    private readonly int[] columns;
    private readonly float[] values;

    internal Affinities(AffinityForm form, long[] offsets, int[] columns, float[] values)
    {
        Form = form;
        this.offsets = offsets;
        this.columns = columns;
        this.values = values;
    }

    /// <summary>What the entries are: rows that sum to one, or one distribution over all pairs.</summary>
    public AffinityForm Form { get; }

    /// <summary>Number of points, n.</summary>
    public int Count => offsets.Length - 1;

    /// <summary>Number of stored entries, i to j and j to i counted apart.</summary>
    public long EntryCount => columns.LongLength;

    /// <summary>The points to which point i has an affinity, ascending.</summary>
    /// <param name="point">0 ... n - 1.</param>
    public ReadOnlySpan<int> Neighbors(int point) => columns.AsSpan((int)offsets[point], (int)(offsets[point + 1] - offsets[point]));

    /// <summary>p_ij beside <see cref="Neighbors"/>.</summary>
    /// <param name="point">0 ... n - 1.</param>
    public ReadOnlySpan<float> Values(int point) => values.AsSpan((int)offsets[point], (int)(offsets[point + 1] - offsets[point]));
}
