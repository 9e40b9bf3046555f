namespace Vicinity;

/// <summary>Any cost x kernel x normalisation, chosen while the program runs. One switch finds the cost, one the kernel; the compiler makes the products.</summary>
/// <param name="Cost">The cost.</param>
/// <param name="Kernel">The kernel.</param>
/// <param name="Normalization">How similarities become probabilities; none turns the divergences into their I-forms.</param>
internal sealed record Mixture(MixtureCost Cost, MixtureKernel Kernel, Normalization Normalization)
{
    /// <summary>True if the kernel sees the distance d, not its square.</summary>
    public bool IsPlainDistance { get; init; }

    /// <summary>True if the kernel's own parameter may differ from point to point.</summary>
    public bool IsPerPoint { get; init; }

    /// <summary>The numbers that cost and kernel take.</summary>
    public IReadOnlyList<MethodParameter> Parameters => [.. CostParameters, .. KernelParameters];

    private bool IsNormalized => Normalization != Normalization.None;

    private IEnumerable<MethodParameter> CostParameters => Cost switch
    {
        MixtureCost.Nerv => [new("lambda", 0.9)],
        MixtureCost.JensenShannon => [new("kappa", 0.5)],
        MixtureCost.AlphaBeta => [new("ab-alpha", 1), new("ab-beta", 0)],
        MixtureCost.Global => [new("lambda", 1)],
        _ => [],
    };

    private IEnumerable<MethodParameter> KernelParameters => Kernel switch
    {
        MixtureKernel.Gaussian => [new("beta", 1)],
        MixtureKernel.HeavyTailed => [new("alpha", 0.5), new("beta", 1)],
        MixtureKernel.Inhomogeneous => [new("dof", 10)],
        MixtureKernel.Kobak or MixtureKernel.TTail => [new("dof", 1)],
        MixtureKernel.Umap => [new("spread", 1), new("min-dist", 0.001)],
        _ => [],
    };

    /// <summary>The mixture as an objective.</summary>
    /// <param name="given">Its numbers by name; those that are not given have their defaults.</param>
    /// <exception cref="ArgumentException">Cost, kernel and normalisation do not go together.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of its range.</exception>
    public Objective Create(IReadOnlyDictionary<string, double>? given = null)
    {
        if (Cost == MixtureCost.CrossEntropy && Kernel == MixtureKernel.None && !IsNormalized)
        {
            throw new ArgumentException("A cross-entropy needs numbers from 0 to 1, but distances are larger; take another kernel, or a normalization.");
        }

        ParameterValues values = new(Parameters, given);
        return Create(values) with { Provenance = Provenance.Of(this, values) };
    }

    private Objective Create(ParameterValues values) => Cost switch
    {
        MixtureCost.KullbackLeibler => Divergence(values),
        MixtureCost.ReverseKullbackLeibler => IsNormalized ? With(new ReverseKullbackLeibler(), values) : With(new GeneralizedReverseKullbackLeibler(), values),
        MixtureCost.Nerv => IsNormalized ? With(new Nerv(values["lambda"]), values) : With(new GeneralizedNerv(values["lambda"]), values),
        MixtureCost.JensenShannon => With(new JensenShannon(values["kappa"]), values),
        MixtureCost.ChiSquare => With(new ChiSquare(), values),
        MixtureCost.Hellinger => With(new Hellinger(), values),
        MixtureCost.AlphaBeta => With(new AlphaBeta(values["ab-alpha"], values["ab-beta"]), values),
        MixtureCost.Square => With(new SquareLoss(), values),
        MixtureCost.CrossEntropy => With(new CrossEntropy(), values),
        _ => Objective.Global("g-SNE", Divergence(values), values["lambda"]),
    };

    private Objective Divergence(ParameterValues values) =>
        IsNormalized ? With(new KullbackLeibler(), values) : With(new GeneralizedKullbackLeibler(1), values);

    private Objective With<TDivergence>(TDivergence divergence, ParameterValues values)
        where TDivergence : struct, IDivergence => Kernel switch
        {
            MixtureKernel.Gaussian => With(divergence, new Gaussian(values["beta"])),
            MixtureKernel.StudentT => With(divergence, new StudentT()),
            MixtureKernel.HeavyTailed => Heavy(divergence, values["alpha"], values["beta"]),
            MixtureKernel.Inhomogeneous when IsPerPoint =>
                With(divergence, new InhomogeneousTPerPoint()) with { PointParameter = ParameterRange.Positive(values["dof"]) },
            MixtureKernel.Inhomogeneous => With(divergence, new InhomogeneousT(values["dof"])),
            MixtureKernel.Kobak => With(divergence, new Kobak(values["dof"])),
            MixtureKernel.TTail => With(divergence, new TTail(values["dof"])),
            MixtureKernel.Umap => With(divergence, UmapKernel.FromSpread(values["spread"], values["min-dist"])),
            _ => With(divergence, new DistanceKernel()) with { Input = IsNormalized ? ObjectiveInput.DistanceShares : ObjectiveInput.Distances },
        };

    private Objective Heavy<TDivergence>(TDivergence divergence, double alpha, double beta)
        where TDivergence : struct, IDivergence => (IsPerPoint, beta) switch
        {
            (true, 1) => With(divergence, new HeavyTailedPerPoint()) with { PointParameter = ParameterRange.NotNegative(alpha) },
            (true, _) => With(divergence, new SharpenedKernel<HeavyTailedPerPoint>(new(), beta)) with { PointParameter = ParameterRange.NotNegative(alpha) },
            (false, 1) => With(divergence, new HeavyTailed(alpha)),
            _ => With(divergence, new SharpenedKernel<HeavyTailed>(new(alpha), beta)),
        };

    private Objective With<TDivergence, TKernel>(TDivergence divergence, TKernel kernel)
        where TDivergence : struct, IDivergence
        where TKernel : struct, IKernel => IsPlainDistance
            ? Objective.Create(divergence, new PlainDistance<TKernel>(kernel), Normalization)
            : Objective.Create(divergence, kernel, Normalization);
}
