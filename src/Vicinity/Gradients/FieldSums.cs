namespace Vicinity;

/// <summary>The far pairs of an engine as fields: a grid for smooth functions, and near pairs one by one.</summary>
/// <param name="accuracy">Relative RMS error of the forces.</param>
internal sealed class FieldSums(double accuracy)
{
    /// <summary>Largest q at which a cost that is a matter of 1 - q is taken by its first two powers of q.</summary>
    private const double SmallQ = 0.003;
    private const double Probe = 1e-4;

    /// <summary>So few points are faster one by one; and errors of a singular force do not cancel among them.</summary>
    private const int FewPoints = 500;

    private readonly List<IFieldPart> parts = [];

    /// <summary>True if the far pairs of an objective can be summed so.</summary>
    public static bool CanRun(Objective objective, GradientInputs inputs) =>
        inputs is { Affinities: not null, Parameters: { Precision: null, Theta: null, LogMass: null }, Scales.Count: 0 }
        && objective.Parts.Concat(objective.Reported.Parts).All(item =>
            item.Part is { Input: ObjectiveInput.Affinities, Learned: LearnedParameter.None, IsWeightedByDegree: false }
            && item.Part.Accept(new Eligibility(item.Part.Normalization)));

    /// <summary>RMS error of the repulsive forces over their RMS size, the largest of all parts, at a seeded sample of points.</summary>
    public double ForceError(Coordinates positions) => parts.Count == 0 ? 0 : parts.Max(part => part.ForceError(positions));

    /// <summary>Makes the part of one cost; parts that only tell a cost do not count in the error.</summary>
    public FarSums Of<TDivergence, TKernel, TDimensions>(TDivergence divergence, TKernel kernel, int count, bool isDescended, int threads)
        where TDivergence : struct, IDivergence
        where TKernel : struct, IKernel
        where TDimensions : struct, IDimensions => (normalizers, exact) =>
    {
        if (count <= FewPoints)
        {
            return exact();
        }

        IFieldPart part = normalizers.IsNone
            ? new FieldPart<TDivergence, TKernel, TDimensions>(divergence, kernel, count, normalizers, accuracy, threads)
            : new LawFieldPart<TKernel, TDimensions>(
                LawOf(divergence)!.Value, divergence is IFarOdds ? SmallQ : double.PositiveInfinity, kernel, count, normalizers, exact, accuracy, threads);
        if (isDescended)
        {
            parts.Add(part);
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
