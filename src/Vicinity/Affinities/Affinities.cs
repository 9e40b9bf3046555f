namespace Vicinity;

/// <summary>Input probabilities p_ij of a neighbour embedding, sparse by rows.</summary>
/// <remarks>
/// Every stored value is positive and a point has no affinity to itself. No row is empty unless there is but one point, or the form is matrix or raw
/// and a float cannot hold a row's weights, or the symmetry is mutual and nobody names the point that it names.
/// </remarks>
public sealed class Affinities
{
    private SparseRows? rows;
    private readonly double[] precisions = [];
    private readonly double[] dimensions = [];
    private double? effectivePerplexity;

    internal Affinities(AffinityForm form, SparseRows rows)
        : this(form, rows, form is AffinityForm.Joint or AffinityForm.Mean)
    {
    }

    private Affinities(PackedRows packed)
    {
        Form = AffinityForm.Joint;
        IsSymmetric = true;
        Packed = packed;
    }

    private Affinities(AffinityForm form, SparseRows rows, bool isSymmetric)
    {
        Form = form;
        IsSymmetric = isSymmetric;
        this.rows = rows;
    }

    private Affinities(AffinityForm form, SparseRows rows, bool isSymmetric, Calibration calibration)
        : this(form, rows, isSymmetric)
    {
        precisions = calibration.Precisions;
        dimensions = calibration.Dimensions;
        TiedCount = calibration.Tied;
        MissedCount = calibration.Missed;
    }

    private SparseRows Rows => rows ??= Packed!.Unpack();

    /// <summary>What the entries are: rows that sum to one, one distribution over all pairs, or weights.</summary>
    public AffinityForm Form { get; }

    /// <summary>Number of points, n.</summary>
    public int Count => Packed?.Count ?? Rows.Count;

    /// <summary>Number of stored entries, i to j and j to i counted apart.</summary>
    public long EntryCount => Packed?.EntryCount ?? Rows.EntryCount;

    /// <summary>beta_i of exp(-beta_i r^2), in units of 1 / r^2: the calibrated precision of every point; length n, or 0 if no single scale was calibrated.</summary>
    /// <remarks>
    /// 0 for a point that has no finite one: its neighbours are equally near, or its search missed. In units of 1 / r for kernels of the plain distance.
    /// </remarks>
    public ReadOnlySpan<double> Precisions => precisions;

    /// <summary>D_i = -2 dH / d ln beta = 2 beta_i^2 Var_p(r^2): the intrinsic dimension of the data around each point, at its perplexity.</summary>
    /// <remarks>
    /// Length n, or 0 if no single perplexity was calibrated; 0 for a point without a finite precision. An exponential kernel has beta_i^2 Var_p(r).
    /// The derivative of the estimate of Lee, Peluffo-Ordonez and Verleysen (2015) between two scales.
    /// </remarks>
    public ReadOnlySpan<double> IntrinsicDimensions => dimensions;

    /// <summary>Median over the points of exp(H) of the rows of the final P, each divided by its sum: not the U that was asked for.</summary>
    /// <remarks>Rows without an entry do not count; 0 if there is none with one. Cost: one logarithm per entry, once.</remarks>
    public double EffectivePerplexity => effectivePerplexity ??= RowEntropy.MedianPerplexity(Rows);

    /// <summary>True if p_ij = p_ji to the bit.</summary>
    internal bool IsSymmetric { get; }

    /// <summary>P in fewer bytes, as engines of linear time read it; null if it was not made so.</summary>
    internal PackedRows? Packed { get; }

    /// <summary>Points that have more equally near neighbours than the perplexity; these share the weight equally.</summary>
    internal int TiedCount { get; private init; }

    /// <summary>Points whose search for a precision gave up; the nearest neighbours share the weight equally.</summary>
    internal int MissedCount { get; private init; }

    /// <summary>p_j|i = exp(-beta_i r_ij^2) / sum, with beta_i such that the entropy of row i is ln U; then the chosen form of it.</summary>
    /// <param name="graph">n points with k neighbours each.</param>
    /// <param name="perplexity">U, the effective number of neighbours; above 1 and below k; k = 3 U is usual. Or several, or one per point.</param>
    /// <param name="form">Default: joint, J = (R + R^T) / 2n.</param>
    /// <param name="threads">Cores to use; 0, the default, is all. The bits do not depend on it.</param>
    /// <param name="cancellationToken">Stops the search.</param>
    /// <exception cref="ArgumentException">The perplexity cannot work on this graph.</exception>
    /// <exception cref="OperationCanceledException">The search was cancelled.</exception>
    /// <remarks>Entropies are met to 1e-10 in double. Units of the data do not matter. Cost: about 8 n k exponentials. van der Maaten and Hinton (2008), section 2.</remarks>
    public static Affinities FromPerplexity(
        NeighborGraph graph, Perplexity perplexity, AffinityForm form = AffinityForm.Joint, int threads = 0, CancellationToken cancellationToken = default) =>
        FromPerplexity(graph, perplexity, new AffinityRecipe { Form = form }, threads, cancellationToken);

    /// <summary>Affinities by a recipe of kernel, symmetry and form.</summary>
    /// <param name="graph">n points with k neighbours each. Nearest and smooth nearest weights use all of them (smooth: k + 1 with the point itself).</param>
    /// <param name="perplexity">U, above 1 and below k; of several, the average of their affinities; of steps, the last. Not read by kernels without one.</param>
    /// <param name="recipe">What becomes of the distances.</param>
    /// <param name="threads">Cores to use; 0, the default, is all. The bits do not depend on it.</param>
    /// <param name="cancellationToken">Stops the search.</param>
    /// <exception cref="ArgumentException">The perplexity cannot work on this graph.</exception>
    /// <exception cref="OperationCanceledException">The search was cancelled.</exception>
    public static Affinities FromPerplexity(
        NeighborGraph graph, Perplexity perplexity, AffinityRecipe recipe, int threads = 0, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(graph);
        ArgumentNullException.ThrowIfNull(recipe);
        int cores = Cores.Resolve(threads);
        if (recipe.Kernel is InputKernel.Nearest or InputKernel.SmoothNearest)
        {
            return From(graph, Calibration.Of(graph, [], recipe, overwrite: false, cores, cancellationToken), recipe, release: false, cores, cancellationToken);
        }

        if (perplexity.Value >= graph.NeighborsPerPoint)
        {
            throw new ArgumentException(
                $"Perplexity {perplexity.Value} must be below the number of neighbours per point, but the graph has {graph.NeighborsPerPoint}. Use a smaller perplexity or build the graph with {Math.Ceiling(3 * perplexity.Value)} neighbours.",
                nameof(perplexity));
        }

        NeighborCount neighbors = graph.NeighborsPerPoint;
        ResolvedPerplexity resolved = ResolvedPerplexity.Resolve(perplexity, neighbors, graph.Count);
        AffinitySchedule schedule = AffinitySchedule.Build(graph, resolved, recipe, consume: false, cores, cancellationToken);
        return schedule.At(schedule.Stages - 1, cancellationToken);
    }

    /// <summary>p_j|i = 1 / k for all neighbours in the graph; then the chosen form of it.</summary>
    /// <param name="graph">n points with k neighbours each.</param>
    /// <param name="form">Default: joint, J = (R + R^T) / 2n.</param>
    /// <param name="threads">Cores to use; 0, the default, is all. The bits do not depend on it.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <exception cref="ArgumentException">The graph of several points has no neighbours.</exception>
    /// <exception cref="OperationCanceledException">The work was cancelled.</exception>
    public static Affinities Uniform(
        NeighborGraph graph, AffinityForm form = AffinityForm.Joint, int threads = 0, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(graph);
        if (graph.NeighborsPerPoint == 0 && graph.Count > 1)
        {
            throw new ArgumentException($"The graph of {graph.Count} points has 0 neighbours per point. Build it with at least 1.", nameof(graph));
        }

        AffinityRecipe recipe = new() { Form = form, Kernel = InputKernel.Nearest };
        return From(graph, Calibration.Uniform(graph, recipe), recipe, release: false, Cores.Resolve(threads), cancellationToken);
    }

    /// <summary>Affinities that were made elsewhere, brought to a form.</summary>
    /// <param name="weights">n x n, finite and at least 0, the diagonal 0; at least one above 0.</param>
    /// <param name="form">
    /// Joint, the default: (W + W^T) / 2 over its total. Mean: (W + W^T) / 2. Conditional and matrix: W over its total. Row: each row over its sum.
    /// Row-symmetric-row: the rows of (W + W^T) / 2 over their sums. Raw: W.
    /// </param>
    /// <exception cref="ArgumentException">The table is not square, or a weight is negative or on the diagonal; the message names row and column.</exception>
    public static Affinities From(SparseMatrix weights, AffinityForm form = AffinityForm.Joint)
    {
        ArgumentNullException.ThrowIfNull(weights);
        return new(form, GivenAffinities.Build(weights, form));
    }

    /// <summary>The points to which point i has an affinity, ascending.</summary>
    /// <param name="point">0 ... n - 1.</param>
    public ReadOnlySpan<int> Neighbors(int point) => Rows.RowColumns(point);

    /// <summary>p_ij beside <see cref="Neighbors"/>.</summary>
    /// <param name="point">0 ... n - 1.</param>
    public ReadOnlySpan<float> Values(int point) => Rows.RowValues(point);

    /// <summary>What the calibration has to tell: points without a bandwidth of their own (D205).</summary>
    internal IEnumerable<FitWarning> Warnings()
    {
        if (TiedCount > 0)
        {
            yield return new("D205",
                $"At {TiedCount} of {Count} points more neighbours are equally near than the perplexity; these share the affinity equally. Remove duplicate rows, or use a larger perplexity.")
            {
                Number = (double)TiedCount / Count,
                Threshold = 0,
            };
        }

        if (MissedCount > 0)
        {
            yield return new("D205",
                $"The bandwidth search missed the perplexity at {MissedCount} of {Count} points; their nearest neighbours share the affinity equally. Look for extreme outliers in the data.")
            {
                Number = (double)MissedCount / Count,
                Threshold = 0,
            };
        }
    }

    /// <summary>Row sum plus column sum of P, per point: the degrees of weighted SNE.</summary>
    internal double[] Degrees()
    {
        double[] degrees = new double[Count];
        for (int i = 0; i < Count; i++)
        {
            ReadOnlySpan<int> columns = Rows.RowColumns(i);
            ReadOnlySpan<float> values = Rows.RowValues(i);
            for (int k = 0; k < columns.Length; k++)
            {
                degrees[i] += values[k];
                degrees[columns[k]] += values[k];
            }
        }

        return degrees;
    }

    /// <summary>P of the nearest of each point alone, rows as one distribution each; itself if it has no more, or is not joint.</summary>
    internal Affinities Nearest(int neighbors, int threads) => Form == AffinityForm.Joint && EntryCount > (long)neighbors * Count
        ? Packed is null ? new(Form, NearestAffinities.Of(this, neighbors, threads)) : new(NearestAffinities.Of(Packed, neighbors, threads))
        : this;

    /// <summary>P^T.</summary>
    internal SparseRows Transposed() => Rows.Transpose();

    /// <summary>P of calibrated weights, packed and joint if the graph has an order of its own; a graph that is released must not be used again.</summary>
    internal static Affinities From(
        NeighborGraph graph, Calibration calibration, AffinityRecipe recipe, bool release, int threads, CancellationToken cancellation) => graph.Order.Length > 0
        ? new(RowPacking.Run(graph, calibration.Weights, 1.0 / graph.Count, release, threads, cancellation)) { TiedCount = calibration.Tied, MissedCount = calibration.Missed }
        : new(recipe.Form, AffinityForms.Apply(graph, calibration, recipe, release, threads, cancellation), recipe.IsSymmetric, calibration);

    /// <summary>The mean of several P of one form; of one, itself.</summary>
    internal static Affinities Average(Affinities[] scales, int threads, CancellationToken cancellation) => scales.Length == 1
        ? scales[0]
        : new(scales[0].Form, ScaleAverage.Of(Array.ConvertAll(scales, scale => scale.Rows), threads, cancellation), scales[0].IsSymmetric)
        {
            TiedCount = scales.Max(scale => scale.TiedCount),
            MissedCount = scales.Max(scale => scale.MissedCount),
        };
}
