namespace Vicinity;

/// <summary>The far pairs of an engine as fields: a grid for smooth functions, and near pairs one by one.</summary>
/// <param name="accuracy">Relative RMS error of the forces.</param>
/// <param name="fineness">Of all grids.</param>
internal sealed class FieldSums(double accuracy, MeshFineness fineness)
{
    /// <summary>Largest q at which a cost that is a matter of 1 - q is taken by its first two powers of q.</summary>
    private const double SmallQ = 0.003;
    private const double Probe = 1e-4;

    /// <summary>Of the sums over pairs in a gradient.</summary>
    private const double FactorOfForces = 2;

    /// <summary>So few points are faster one by one; and errors of a singular force do not cancel among them.</summary>
    private const int FewPoints = 500;

    private readonly List<(double Factor, FieldOrPairs Part)> parts = [];

    /// <summary>True if the far pairs of an objective can be summed so.</summary>
    public static bool CanRun(Objective objective, GradientInputs inputs) =>
        inputs is { Affinities: not null, Parameters: { Precision: null, Theta: null, LogMass: null }, Scales.Count: 0 }
        && objective.Parts.Concat(objective.Reported.Parts).All(item =>
            item.Part is { Input: ObjectiveInput.Affinities, Learned: LearnedParameter.None, IsWeightedByDegree: false }
            && item.Part.Accept(new Eligibility(item.Part.Normalization)));

    /// <summary>Mean squared error of the last forces, as they stand in a gradient, at a seeded sample of points.</summary>
    public double SquaredError(int size) => parts.Sum(item => Math.Pow(FactorOfForces * item.Factor, 2) * item.Part.SquaredError(size));

    /// <summary>Makes the part of one cost.</summary>
    public FarSums Of<TDivergence, TKernel, TDimensions>(TDivergence divergence, TKernel kernel, int count, double factor, int threads)
        where TDivergence : struct, IDivergence
        where TKernel : struct, IKernel
        where TDimensions : struct, IDimensions => (normalizers, exact) =>
    {
        if (count <= FewPoints)
        {
            return exact();
        }

        FieldGrid<TDimensions> grid = new(count, accuracy, fineness, threads);
        IFieldPart field = normalizers.IsNone
            ? new FieldPart<TDivergence, TKernel, TDimensions>(divergence, kernel, grid, normalizers, threads)
            : new LawFieldPart<TKernel, TDimensions>(
                LawOf(divergence)!.Value, divergence is IFarOdds ? SmallQ : double.PositiveInfinity, kernel, grid, normalizers, threads);
        FieldOrPairs part = new(field, exact, fineness);
        if (factor != 0)
        {
            parts.Add((factor, part));
        }

        return part;
    };

    private static FarLaw? LawOf<TDivergence>(TDivergence divergence)
        where TDivergence : struct, IDivergence =>
        divergence.IsSeparable ? new FarLaw(0)
        : divergence is IFarOdds ? SmallLaw(divergence)
        : (divergence as IFarLaw)?.FarLaw;

    /// <summary>h at p = 0 as a q + b q^2.</summary>
    private static FarLaw SmallLaw<TDivergence>(TDivergence divergence)
        where TDivergence : struct, IDivergence
    {
        double once = divergence.Pull(0, Probe, Math.Log(Probe)) / Probe;
        double twice = divergence.Pull(0, 2 * Probe, Math.Log(2 * Probe)) / (2 * Probe);
        return new((2 * once) - twice, (twice - once) / Probe, 2);
    }

    private readonly struct Eligibility(Normalization normalization) : IObjectiveVisitor<bool>
    {
        public bool Visit<TDivergence, TKernel>(TDivergence divergence, TKernel kernel)
            where TDivergence : struct, IDivergence
            where TKernel : struct, IKernel => !kernel.IsPerPoint && normalization switch
        {
            Normalization.None => true,
            Normalization.PairWise => LawOf(divergence) is not null,
            Normalization.PointWise => LawOf(divergence) is not null && divergence is not IFarOdds,
            _ => false,
        };
    }
}
