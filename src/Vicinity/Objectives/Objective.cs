namespace Vicinity;

/// <summary>What a map is asked to be: cost x kernel x normalisation.</summary>
/// <remarks>
/// The named methods are one-line mixtures; <see cref="Create"/> makes any other one, also of a user's own structs. With
/// q_ij = w(f_ij) / S, f the squared distance in the map, every mixture has the gradient
/// dC/dy_i = 2 sum_j (k_ij + k_ji)(y_i - y_j), k_ij = -psi_ij (h_ij - q_ij sum h).
/// </remarks>
public abstract partial record Objective
{
    private readonly Objective? reported;

    private protected Objective(string name, Normalization normalization)
    {
        Name = name;
        Normalization = normalization;
        AffinityForm = normalization switch
        {
            Normalization.PointWise => AffinityForm.Row,
            Normalization.None => AffinityForm.Raw,
            _ => AffinityForm.Joint,
        };
    }

    /// <summary>The method's usual name, such as t-SNE.</summary>
    public string Name { get; init; }

    /// <summary>How similarities become probabilities.</summary>
    public Normalization Normalization { get; }

    /// <summary>What the map is compared with. Default: affinities.</summary>
    public ObjectiveInput Input { get; init; }

    /// <summary>The form of P. Default: the one that belongs to the normalisation (row, joint or raw).</summary>
    public AffinityForm AffinityForm { get; init; }

    /// <summary>How distances become affinities. Default: Gaussian with a perplexity.</summary>
    public InputKernel InputKernel { get; init; }

    /// <summary>How the two directions of a pair become one, in the forms that are symmetric. Default: what belongs to the form.</summary>
    public AffinitySymmetry Symmetry { get; init; }

    /// <summary>Precisions of the output kernel. Default: none.</summary>
    public OutputPrecision OutputPrecision { get; init; }

    /// <summary>True if the weight of a pair is multiplied by the degrees of its points in P (weighted SNE). Default: false.</summary>
    public bool IsWeightedByDegree { get; init; }

    /// <summary>The kernel parameter that is learned. Default: none.</summary>
    public LearnedParameter Learned { get; init; }

    /// <summary>True if one value of the learned parameter serves all points. Default: false, one per point.</summary>
    public bool IsLearnedShared { get; init; }

    /// <summary>The own parameter theta of every point (alpha or nu), for kernels that have one; what is learned starts there. Default: 1.</summary>
    public double PointParameter { get; init; } = 1;

    /// <summary>True if cost and gradient are divided by the sum of all p (Sammon's stress by that of the distances, t-EE by n). Default: false.</summary>
    public bool IsDividedByInputTotal { get; init; }

    /// <summary>The objective whose cost is told, where that is not the one descended (LargeVis and UMAP without their softening). Default: this one.</summary>
    public Objective Reported
    {
        get => reported ?? this;
        init => reported = value;
    }

    /// <summary>
    /// False if the force is on purpose not the gradient of a cost (UMAP softens it): then line searches descend <see cref="Reported"/>, and
    /// <see cref="GradientCheck"/> checks that one. Default: true.
    /// </summary>
    public bool HasExactGradient { get; init; } = true;

    /// <summary>How this objective is best descended, if the options of a fit do not say otherwise.</summary>
    public DescentDefaults Defaults { get; init; } = new();

    /// <summary>How it was made, so that a file can name it; empty for one of a program's own.</summary>
    internal Provenance Provenance { get; init; }

    /// <summary>Any mixture, named after its parts.</summary>
    /// <typeparam name="TDivergence">The cost, a struct; see <see cref="ScalarDivergence{TDivergence}"/> for one without lane forms.</typeparam>
    /// <typeparam name="TKernel">The kernel, a struct; see <see cref="ScalarKernel{TKernel}"/> for one without lane forms.</typeparam>
    /// <param name="divergence">The cost with its parameters.</param>
    /// <param name="kernel">The kernel with its parameters.</param>
    /// <param name="normalization">How similarities become probabilities.</param>
    /// <exception cref="ArgumentOutOfRangeException">The normalisation is not one of the enumeration.</exception>
    public static Objective Create<TDivergence, TKernel>(TDivergence divergence, TKernel kernel, Normalization normalization)
        where TDivergence : struct, IDivergence
        where TKernel : struct, IKernel =>
        Enum.IsDefined(normalization)
            ? Mix($"{typeof(TDivergence).Name} x {typeof(TKernel).Name} x {normalization}", divergence, kernel, normalization)
            : throw new ArgumentOutOfRangeException(nameof(normalization), normalization,
                $"A normalisation is one of {string.Join(", ", Enum.GetNames<Normalization>())}, not {normalization}.");

    /// <summary>A sum of objectives, C = sum factor C_part, such as elastic embedding: attraction + lambda repulsion.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="parts">Factors and objectives; exaggeration acts on the first one alone.</param>
    /// <exception cref="ArgumentException">There is no part, a factor is not finite, or a part is a sum itself.</exception>
    public static Objective Sum(string name, params (double Factor, Objective Part)[] parts)
    {
        ArgumentNullException.ThrowIfNull(parts);
        if (parts.Length == 0 || parts.Any(part => !double.IsFinite(part.Factor) || part.Part is SumObjective))
        {
            throw new ArgumentException($"{name} needs at least one part, each with a finite factor and no sum itself.", nameof(parts));
        }

        return new SumObjective(name, [.. parts]);
    }

    /// <inheritdoc />
    public override string ToString() => Name;

    /// <summary>The summands of a composite objective with their factors; the objective itself for all others.</summary>
    internal virtual IReadOnlyList<(double Factor, Objective Part)> Parts => [(1, this)];

    /// <summary>True if a parameter of the kernel is learned with the map.</summary>
    internal bool IsLearning => Parts[0].Part.Learned != LearnedParameter.None;

    /// <summary>A change to whatever reads affinities: the objective itself, the one whose cost is told, and the parts of a sum.</summary>
    internal virtual Objective Adapt(Func<Objective, Objective> change) =>
        reported is null ? change(this) : change(this) with { Reported = change(reported) };

    internal abstract TResult Accept<TResult>(IObjectiveVisitor<TResult> visitor);

    private static MixedObjective<TDivergence, TKernel> Mix<TDivergence, TKernel>(
        string name, TDivergence divergence, TKernel kernel, Normalization normalization)
        where TDivergence : struct, IDivergence
        where TKernel : struct, IKernel => new(name, divergence, kernel, normalization);
}
