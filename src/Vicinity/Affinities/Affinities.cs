namespace Vicinity;

/// <summary>Input probabilities p_ij of a neighbour embedding, sparse by rows.</summary>
/// <remarks>Every stored value is positive, a point has no affinity to itself, and no row is empty unless there is but one point.</remarks>
public sealed class Affinities
{
    private readonly long[] offsets;
    private readonly int[] columns;
    private readonly float[] values;
    private readonly double[] precisions = [];

    internal Affinities(AffinityForm form, long[] offsets, int[] columns, float[] values)
    {
        Form = form;
        this.offsets = offsets;
        this.columns = columns;
        this.values = values;
    }

    private Affinities(AffinityForm form, SparseRows rows, Calibration calibration)
        : this(form, rows.Offsets, rows.Columns, rows.Values)
    {
        precisions = calibration.Precisions;
        TiedCount = calibration.Tied;
        MissedCount = calibration.Missed;
    }

    /// <summary>What the entries are: rows that sum to one, or one distribution over all pairs.</summary>
    public AffinityForm Form { get; }

    /// <summary>Number of points, n.</summary>
    public int Count => offsets.Length - 1;

    /// <summary>Number of stored entries, i to j and j to i counted apart.</summary>
    public long EntryCount => columns.LongLength;

    /// <summary>beta_i of exp(-beta_i r^2), in units of 1 / r^2: the calibrated precision of every point; length n, or 0 if nothing was calibrated.</summary>
    /// <remarks>0 for a point that has no finite one: its neighbours are equally near, or its search missed.</remarks>
    public ReadOnlySpan<double> Precisions => precisions;

    /// <summary>Points that have more equally near neighbours than the perplexity; these share the weight equally.</summary>
    internal int TiedCount { get; }

    /// <summary>Points whose search for a precision gave up; the nearest neighbours share the weight equally.</summary>
    internal int MissedCount { get; }

    /// <summary>p_j|i = exp(-beta_i r_ij^2) / sum, with beta_i such that the entropy of row i is ln U; then the chosen form of it.</summary>
    /// <param name="graph">n points with k neighbours each.</param>
    /// <param name="perplexity">U, the effective number of neighbours; above 1 and below k; k = 3 U is usual.</param>
    /// <param name="form">Default: joint, J = (R + R^T) / 2n.</param>
    /// <param name="threads">Cores to use; 0, the default, is all. The bits do not depend on it.</param>
    /// <param name="cancellationToken">Stops the search.</param>
    /// <exception cref="ArgumentException">The perplexity cannot work on this graph, or the result has more entries than this version holds.</exception>
    /// <exception cref="OperationCanceledException">The search was cancelled.</exception>
    /// <remarks>Entropies are met to 1e-10 in double. Units of the data do not matter. Cost: about 8 n k exponentials. van der Maaten and Hinton (2008), section 2.</remarks>
    public static Affinities FromPerplexity(
        NeighborGraph graph, double perplexity, AffinityForm form = AffinityForm.Joint, int threads = 0, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(graph);
        int cores = Cores.Resolve(threads);
        double value = ((Perplexity)perplexity).Value;
        if (value >= graph.NeighborsPerPoint)
        {
            throw new ArgumentException(
                $"Perplexity {value} must be below the number of neighbours per point, but the graph has {graph.NeighborsPerPoint}. Use a smaller perplexity or build the graph with {Math.Ceiling(3 * value)} neighbours.",
                nameof(perplexity));
        }

        return From(Calibration.Of(graph, value, cores, cancellationToken), form, cores, cancellationToken);
    }

    /// <summary>p_j|i = 1 / k for all neighbours in the graph; then the chosen form of it.</summary>
    /// <param name="graph">n points with k neighbours each.</param>
    /// <param name="form">Default: joint, J = (R + R^T) / 2n.</param>
    /// <param name="threads">Cores to use; 0, the default, is all. The bits do not depend on it.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <exception cref="ArgumentException">The graph of several points has no neighbours, or the result has more entries than this version holds.</exception>
    /// <exception cref="OperationCanceledException">The work was cancelled.</exception>
    public static Affinities Uniform(
        NeighborGraph graph, AffinityForm form = AffinityForm.Joint, int threads = 0, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(graph);
        if (graph.NeighborsPerPoint == 0 && graph.Count > 1)
        {
            throw new ArgumentException($"The graph of {graph.Count} points has 0 neighbours per point. Build it with at least 1.", nameof(graph));
        }

        return From(Calibration.Uniform(graph), form, Cores.Resolve(threads), cancellationToken);
    }

    /// <summary>The points to which point i has an affinity, ascending.</summary>
    /// <param name="point">0 ... n - 1.</param>
    public ReadOnlySpan<int> Neighbors(int point) => columns.AsSpan((int)offsets[point], (int)(offsets[point + 1] - offsets[point]));

    /// <summary>p_ij beside <see cref="Neighbors"/>.</summary>
    /// <param name="point">0 ... n - 1.</param>
    public ReadOnlySpan<float> Values(int point) => values.AsSpan((int)offsets[point], (int)(offsets[point + 1] - offsets[point]));

    /// <summary>What the calibration has to tell: points without a bandwidth of their own (D205).</summary>
    internal IEnumerable<FitWarning> Warnings()
    {
        if (TiedCount > 0)
        {
            yield return new("D205",
                $"At {TiedCount} of {Count} points more neighbours are equally near than the perplexity; these share the affinity equally. Remove duplicate rows, or use a larger perplexity.");
        }

        if (MissedCount > 0)
        {
            yield return new("D205",
                $"The bandwidth search missed the perplexity at {MissedCount} of {Count} points; their nearest neighbours share the affinity equally. Look for extreme outliers in the data.");
        }
    }

    private static Affinities From(Calibration calibration, AffinityForm form, int threads, CancellationToken cancellation)
    {
        // Transposing twice sorts the rows by column.
        SparseRows transposed = calibration.Rows.Transpose();
        SparseRows rows = transposed.Transpose();
        return new(form, form == AffinityForm.Joint ? Symmetrization.Joint(rows, transposed, threads, cancellation) : rows, calibration);
    }
}
