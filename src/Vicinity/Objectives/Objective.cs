namespace Vicinity;

/// <summary>What a map is asked to be: cost x kernel x normalisation.</summary>
/// <remarks>
/// The named methods are one-line mixtures; <see cref="Create"/> makes any other one, also of a user's own structs. With
/// q_ij = w(f_ij) / S, f the squared distance in the map, every mixture has the gradient
/// dC/dy_i = 2 sum_j (k_ij + k_ji)(y_i - y_j), k_ij = -psi_ij (h_ij - q_ij sum h).
/// </remarks>
public abstract class Objective
{
    private protected Objective(string name, Normalization normalization)
    {
        Name = name;
        Normalization = normalization;
    }

    /// <summary>The method's usual name, such as t-SNE.</summary>
    public string Name { get; }

    /// <summary>How similarities become probabilities.</summary>
    public Normalization Normalization { get; }

    /// <summary>t-SNE: Kullback-Leibler x Student t x pair-wise (van der Maaten and Hinton 2008).</summary>
    public static Objective TSne { get; } = Mix("t-SNE", new KullbackLeibler(), new StudentT(), Normalization.PairWise);

    /// <summary>Symmetric SNE: Kullback-Leibler x Gaussian x pair-wise (Cook, Sutskever, Mnih and Hinton 2007).</summary>
    public static Objective Ssne { get; } = Mix("SSNE", new KullbackLeibler(), new Gaussian(1), Normalization.PairWise);

    /// <summary>SNE, asymmetric: Kullback-Leibler x Gaussian x point-wise (Hinton and Roweis 2002).</summary>
    public static Objective Asne { get; } = Mix("ASNE", new KullbackLeibler(), new Gaussian(1), Normalization.PointWise);

    /// <summary>Asymmetric t-SNE: Kullback-Leibler x Student t x point-wise.</summary>
    public static Objective TAsne { get; } = Mix("t-ASNE", new KullbackLeibler(), new StudentT(), Normalization.PointWise);

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
                $"A normalisation is {nameof(Normalization.PointWise)} or {nameof(Normalization.PairWise)}, not {normalization}.");

    /// <summary>The form of P that belongs to the normalisation.</summary>
    internal AffinityForm AffinityForm => Normalization == Normalization.PointWise ? AffinityForm.Row : AffinityForm.Joint;

    /// <inheritdoc />
    public override string ToString() => Name;

    internal abstract TResult Accept<TResult>(IObjectiveVisitor<TResult> visitor);

    private static MixedObjective<TDivergence, TKernel> Mix<TDivergence, TKernel>(
        string name, TDivergence divergence, TKernel kernel, Normalization normalization)
        where TDivergence : struct, IDivergence
        where TKernel : struct, IKernel => new(name, divergence, kernel, normalization);
}
