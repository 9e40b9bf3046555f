namespace Vicinity;

/// <summary>Makes engines for costs whose pull depends on p alone, with far pairs summed by one method or another.</summary>
internal static class SeparableEngine
{
    /// <summary>An engine for one objective and maps of one number of dimensions.</summary>
    /// <exception cref="ArgumentException">The objective's far pairs cannot be summed apart; the message names the exact engine.</exception>
    public static IApproximateGradient Create(Objective objective, GradientInputs inputs, int dimensions, IRepulsionMethod method, int threads)
    {
        if (!CanRun(objective, inputs) || inputs.Affinities is not { } affinities)
        {
            throw new ArgumentException(
                $"{method.Name} needs affinities, points without parameters of their own, and a cost {method.Costs}; {objective.Name} is not such. Use {nameof(GradientMethod)}.{nameof(GradientMethod.Exact)}.",
                nameof(objective));
        }

        return dimensions switch
        {
            1 => objective.Accept(new Choice<OneDimension>(objective, affinities, method, threads)),
            2 => objective.Accept(new Choice<TwoDimensions>(objective, affinities, method, threads)),
            3 => objective.Accept(new Choice<ThreeDimensions>(objective, affinities, method, threads)),
            _ => throw new ArgumentOutOfRangeException(nameof(dimensions), dimensions, $"A map has 1, 2 or 3 dimensions, not {dimensions}."),
        };
    }

    /// <summary>True if all pairs outside of P can be summed without it.</summary>
    public static bool CanRun(Objective objective, GradientInputs inputs) => CanRun(objective)
        && inputs is { Affinities: { } affinities, Parameters: { Precision: null, Theta: null, LogMass: null }, Scales.Count: 0 }
        && (objective.Normalization == Normalization.PointWise || affinities.Form is not (AffinityForm.Row or AffinityForm.RowSymmetricRow));

    /// <summary>True if they can as far as the objective is concerned.</summary>
    public static bool CanRun(Objective objective) =>
        objective.Parts.Count == 1
        && objective.Normalization is Normalization.PairWise or Normalization.PointWise
        && objective is { Input: ObjectiveInput.Affinities, Learned: LearnedParameter.None, IsWeightedByDegree: false, IsDividedByInputTotal: false }
        && ReferenceEquals(objective.Reported, objective)
        && objective.Accept(default(Separability));

    private readonly struct Separability : IObjectiveVisitor<bool>
    {
        public bool Visit<TDivergence, TKernel>(TDivergence divergence, TKernel kernel)
            where TDivergence : struct, IDivergence
            where TKernel : struct, IKernel => divergence.IsSeparable && !kernel.IsPerPoint;
    }

    private sealed class Choice<TDimensions>(Objective objective, Affinities affinities, IRepulsionMethod method, int threads)
        : IObjectiveVisitor<IApproximateGradient>
        where TDimensions : struct, IDimensions
    {
        public IApproximateGradient Visit<TDivergence, TKernel>(TDivergence divergence, TKernel kernel)
            where TDivergence : struct, IDivergence
            where TKernel : struct, IKernel
        {
            SeparableTerms terms = Measure(affinities);
            OrderedPoints points = new(affinities.Count, default(TDimensions).Count, threads, affinities.Packed?.Order);
            IRepulsion repulsion = method.Create<TKernel, TDimensions>(kernel, objective.Normalization, terms, points, threads);
            return new SeparableGradient<TKernel, TDimensions>(kernel, objective, affinities, given => given == affinities ? terms : Measure(given), points, repulsion, threads);

            SeparableTerms Measure(Affinities given) => SeparableTerms.Of(divergence, given, threads);
        }
    }
}
