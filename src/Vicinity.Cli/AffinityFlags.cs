using System.CommandLine;

namespace Vicinity.Cli;

/// <summary>The options that change what a map is compared with, and which parameter of the kernel is learned with it.</summary>
internal sealed class AffinityFlags
{
    private readonly Option<AffinityForm?> form = Flag.Named(
        "--affinity", "Form of the affinities P [row for point-wise costs, joint for pair-wise ones, raw for those without]",
        ("row", AffinityForm.Row), ("conditional", AffinityForm.Conditional), ("joint", AffinityForm.Joint), ("rsr", AffinityForm.RowSymmetricRow),
        ("mean", AffinityForm.Mean), ("matrix", AffinityForm.Matrix), ("raw", AffinityForm.Raw));

    private readonly Option<InputKernel?> kernel = Flag.Named(
        "--input-kernel", "How distances of the data become weights [gaussian; smooth-knn for umap and its kin]",
        ("gaussian", InputKernel.Gaussian), ("exponential", InputKernel.Exponential), ("knn", InputKernel.Nearest), ("smooth-knn", InputKernel.SmoothNearest));

    private readonly Option<AffinitySymmetry?> symmetry = Flag.Named(
        "--symmetrize", "How the two directions of a pair become one [average; fuzzy for smooth-knn]",
        ("average", AffinitySymmetry.Average), ("fuzzy", AffinitySymmetry.FuzzyUnion), ("mutual", AffinitySymmetry.Mutual), ("none", AffinitySymmetry.None));

    private readonly Option<OutputPrecision?> precision = Flag.Named(
        "--output-precision", "Precisions of the kernel in the map: 1, those of the data, or by the scales of the perplexities [none]",
        ("none", OutputPrecision.None), ("transfer", OutputPrecision.Transfer), ("scale", OutputPrecision.Scale));

    private readonly Option<LearnedParameter?> learned = Flag.Named(
        "--learn", "Parameter of the kernel that is learned with the map [none; that of dhssne and itsne]",
        ("none", LearnedParameter.None), ("alpha", LearnedParameter.Alpha), ("beta", LearnedParameter.Beta), ("dof", LearnedParameter.DegreesOfFreedom));

    public IReadOnlyList<Option> All => [form, kernel, symmetry, precision, learned];

    /// <summary>What is to be learned; null if the method decides.</summary>
    public LearnedParameter? Learned(ParseResult parsed) => parsed.GetValue(learned);

    /// <summary>The objective with what was asked for, as far as it reads it.</summary>
    /// <exception cref="ArgumentException">Rows of P shall be compared with pairs of the map.</exception>
    public Objective Change(ParseResult parsed, Objective objective)
    {
        if (objective.Input != ObjectiveInput.Affinities)
        {
            return objective;
        }

        ThrowIfMixed(parsed, objective);
        return objective.Adapt(part => part with
        {
            AffinityForm = parsed.GetValue(form) ?? part.AffinityForm,
            InputKernel = parsed.GetValue(kernel) ?? part.InputKernel,
            Symmetry = parsed.GetValue(symmetry) ?? part.Symmetry,
            OutputPrecision = parsed.GetValue(precision) ?? part.OutputPrecision,
            Learned = parsed.GetValue(learned) is { } choice && CanLearn(part, choice) ? choice : part.Learned,
        });
    }

    /// <summary>The options that the objective does not read.</summary>
    public IEnumerable<Option> Unread(ParseResult parsed, Objective objective)
    {
        bool isRead = objective.Input == ObjectiveInput.Affinities;
        bool learns = isRead && (parsed.GetValue(learned) is not { } choice || CanLearn(objective, choice));
        bool hasPrecisions = isRead && HasPrecisions(objective.Parts[0].Part.InputKernel, parsed.GetValue(precision));
        return All.Where(option => !(option == learned ? learns : option == precision ? hasPrecisions : isRead));
    }

    /// <summary>Weights of nearest neighbours have no precision to hand over, and those of UMAP no perplexity to make one of.</summary>
    private static bool HasPrecisions(InputKernel kernel, OutputPrecision? asked) => (kernel, asked) switch
    {
        (InputKernel.SmoothNearest, OutputPrecision.Transfer or OutputPrecision.Scale) or (InputKernel.Nearest, OutputPrecision.Transfer) => false,
        _ => true,
    };

    /// <summary>A precision can be learned for any kernel; alpha and nu only for the one that has them point by point.</summary>
    private static bool CanLearn(Objective objective, LearnedParameter choice) =>
        choice is LearnedParameter.None or LearnedParameter.Beta || objective.Parts[0].Part.Accept(new OwnParameter()) == choice;

    private void ThrowIfMixed(ParseResult parsed, Objective objective)
    {
        bool isOfRows = parsed.GetValue(form) is AffinityForm.Row or AffinityForm.RowSymmetricRow;
        if (isOfRows && objective.Normalization is (Normalization.PairWise or Normalization.Averaged))
        {
            throw new ArgumentException(
                "--affinity row and rsr make one distribution per point, but the method has one over all pairs; take conditional or joint, or --norm point.",
                nameof(parsed));
        }
    }

    private sealed class OwnParameter : IObjectiveVisitor<LearnedParameter>
    {
        public LearnedParameter Visit<TDivergence, TKernel>(TDivergence divergence, TKernel kernel)
            where TDivergence : struct, IDivergence
            where TKernel : struct, IKernel => kernel switch
            {
                HeavyTailedPerPoint or SharpenedKernel<HeavyTailedPerPoint> or PlainDistance<HeavyTailedPerPoint> => LearnedParameter.Alpha,
                InhomogeneousTPerPoint or PlainDistance<InhomogeneousTPerPoint> => LearnedParameter.DegreesOfFreedom,
                _ => LearnedParameter.None,
            };
    }
}
