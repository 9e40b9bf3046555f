namespace Vicinity;

/// <summary>Makes particle-mesh engines.</summary>
internal static class MeshEngine
{
    /// <summary>An engine for one objective, one set of affinities and maps of one number of dimensions.</summary>
    /// <exception cref="ArgumentException">The objective's far pairs are no convolution; the message names the exact engine.</exception>
    public static IMeshGradient Create(Objective objective, Affinities affinities, int dimensions, double accuracy, int threads) =>
        Create(objective, new GradientInputs { Affinities = affinities }, dimensions, accuracy, threads);

    /// <summary>An engine for one objective and maps of one number of dimensions.</summary>
    /// <exception cref="ArgumentException">The objective's far pairs are no convolution; the message names the exact engine.</exception>
    public static IMeshGradient Create(Objective objective, GradientInputs inputs, int dimensions, double accuracy, int threads)
    {
        if (!CanRun(objective, inputs) || inputs.Affinities is not { } affinities)
        {
            throw new ArgumentException(
                $"The particle mesh needs affinities, a cost whose pull depends on p alone and points without parameters of their own; {objective.Name} is not such. Use {nameof(GradientMethod)}.{nameof(GradientMethod.Exact)}.",
                nameof(objective));
        }

        return dimensions switch
        {
            1 => objective.Accept(new Choice<OneDimension>(objective, affinities, accuracy, threads)),
            2 => objective.Accept(new Choice<TwoDimensions>(objective, affinities, accuracy, threads)),
            3 => objective.Accept(new Choice<ThreeDimensions>(objective, affinities, accuracy, threads)),
            _ => throw new ArgumentOutOfRangeException(nameof(dimensions), dimensions, $"A map has 1, 2 or 3 dimensions, not {dimensions}."),
        };
    }

    /// <summary>True if all pairs outside of P are a convolution.</summary>
    public static bool CanRun(Objective objective, GradientInputs inputs) =>
        objective.Parts.Count == 1
        && objective.Normalization is Normalization.PairWise or Normalization.PointWise
        && objective is { Input: ObjectiveInput.Affinities, Learned: LearnedParameter.None, IsWeightedByDegree: false, IsDividedByInputTotal: false }
        && ReferenceEquals(objective.Reported, objective)
        && inputs is { Affinities: { } affinities, Parameters: { Precision: null, Theta: null, LogMass: null }, Scales.Count: 0 }
        && (objective.Normalization == Normalization.PointWise || affinities.Form is not (AffinityForm.Row or AffinityForm.RowSymmetricRow))
        && objective.Accept(default(Separability));

    private readonly struct Separability : IObjectiveVisitor<bool>
    {
        public bool Visit<TDivergence, TKernel>(TDivergence divergence, TKernel kernel)
            where TDivergence : struct, IDivergence
            where TKernel : struct, IKernel => divergence.IsSeparable && !kernel.IsPerPoint;
    }

    private sealed class Choice<TDimensions>(Objective objective, Affinities affinities, double accuracy, int threads) : IObjectiveVisitor<IMeshGradient>
        where TDimensions : struct, IDimensions
    {
        public IMeshGradient Visit<TDivergence, TKernel>(TDivergence divergence, TKernel kernel)
            where TDivergence : struct, IDivergence
            where TKernel : struct, IKernel =>
            new MeshGradient<TDivergence, TKernel, TDimensions>(divergence, kernel, objective, affinities, accuracy, threads);
    }
}
