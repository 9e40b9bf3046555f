namespace Vicinity;

/// <summary>Where the number of points and what is settled become phases.</summary>
internal sealed class AutomaticSchedule
{
    /// <summary>Change of the loss per iteration at which a phase stops.</summary>
    private const double UsualTolerance = 1e-7;

    /// <summary>The exaggerated part of a run whose objective has none of its own, but whose user wants one.</summary>
    private const int LongestExaggeration = 250;

    /// <summary>Factors between exaggeration and none, each the same share of the one before.</summary>
    private const int FactorsBetween = 4;

    /// <summary>Phases that go on to the end stop there even so.</summary>
    private const int LongestEnd = 5000;
    private const double EndMomentum = 0.9;
    private const double EndTolerance = 1e-6;

    /// <summary>Near points repel by the third power of their distance when a map has been stretched: longer steps throw them out of their islands.</summary>
    private const double StepPerSize = 0.01;

    /// <summary>Nesterov's steps are stable up to a rate of 4 / 3L, those of momentum 0.8 up to 3.6 / L, L the curvature.</summary>
    private const double NesterovRate = 0.37;

    private readonly ScheduleSettings settings;
    private readonly DescentDefaults defaults;
    private readonly double exaggeration;
    private readonly int count;
    private readonly bool falls;
    private readonly double stable;

    public AutomaticSchedule(Objective objective, int count, ScheduleSettings settings, Optimizer optimizer)
    {
        this.settings = settings;
        this.count = count;
        defaults = objective.Defaults;
        falls = defaults.ExaggerationFalls && optimizer == Optimizer.DeltaBarDelta && settings is { Iterations: null, ExaggeratedIterations: null };
        stable = optimizer == Optimizer.Nesterov ? NesterovRate : 1;
        bool isOfDistances = objective.Input != ObjectiveInput.Affinities;
        exaggeration = settings.Exaggeration ?? (isOfDistances ? 1 : TSneKind.Includes(objective) ? GrowthPlan.Exaggeration : defaults.ExaggerationOf(count));
        if (isOfDistances && exaggeration > 1)
        {
            throw new ArgumentException($"{objective.Name} compares distances, so there is no attraction to multiply, but the exaggeration is {exaggeration}. Use 1.", nameof(settings));
        }
    }

    /// <summary>Exaggerated phases, and a plain one.</summary>
    public Phase[] Plain()
    {
        int all = settings.Iterations ?? defaults.Iterations;
        int early = Early(all, Math.Min(defaults.ExaggeratedIterations == 0 ? LongestExaggeration : defaults.ExaggeratedIterations, all / 3));
        int step = falls ? early / (FactorsBetween + 1) : 0;
        Phase late = With(new Phase(all - early) { Momentum = defaults.Momentum }, 1) with { Tolerance = Tolerance };
        Phase exaggerated = late with { Iterations = early - (FactorsBetween * step), Exaggeration = exaggeration, Tolerance = 0 };
        return early > 0 ? [exaggerated, .. Falling(exaggerated with { Iterations = step }), late] : [late];
    }

    /// <summary>The map finds its form, is let go, settles, grows and cools down.</summary>
    /// <param name="plan">How.</param>
    /// <param name="truncates">False if all pairs are to attract at all times.</param>
    public Phase[] Growing(GrowthPlan plan, bool truncates)
    {
        int early = settings.Iterations is { } all
            ? Early(all, Math.Min(defaults.ExaggeratedIterations, all / 3))
            : Early(int.MaxValue, plan.Exaggerated);
        int rest = settings.Iterations - early ?? plan.Settling + plan.Growing + plan.Cooling;
        int cooling = Math.Min(plan.Cooling, rest / 4);
        int settling = Math.Min(plan.Settling, rest / 4);
        int growing = rest - settling - cooling;
        int few = truncates && early > 0 ? plan.Neighbors : 0;
        int onFew = few > 0 ? Math.Min(plan.GrowingOnFew, growing * 3 / 4) : 0;
        Phase[] phases =
        [
            With(new Phase(early) { Exaggeration = exaggeration, Neighbors = plan.ExaggeratesAll ? 0 : few }, 1),
            .. Falling(With(new Phase(plan.Falling), 1)),
            With(new Phase(settling) { Momentum = plan.SettlingMomentum, Neighbors = few }, 1),
            With(new Phase(onFew) { Momentum = plan.Momentum, Neighbors = few }, plan.Rate),
            With(new Phase(growing - onFew) { Momentum = plan.Momentum }, plan.Rate) with { Tolerance = Tolerance },
            With(new Phase(cooling), plan.Rate) with { Tolerance = Tolerance },
        ];
        return [.. phases.Where(phase => phase.Iterations > 0)];
    }

    /// <summary>Until the loss stands still, first of a map that is stretched, then of one that is not. A line search finds the size by itself.</summary>
    public Phase[] ToTheEnd(Optimizer optimizer)
    {
        bool grows = optimizer is not (Optimizer.Lbfgs or Optimizer.SpectralDirection) && defaults.Size(1, count) == 1;
        Phase last = With(new Phase(LongestEnd) { Tolerance = settings.Tolerance ?? UsualTolerance }, 1);
        return grows ? [With(new Phase(LongestEnd) { Momentum = EndMomentum, Grows = true, Tolerance = EndTolerance }, 1), last] : [last];
    }

    /// <summary>Where exaggeration decides the size of the map, the map is stretched from phase to phase, and steps are a share of its size.</summary>
    public Phase[] Sized(Phase[] phases)
    {
        double before = phases.Length > 0 ? defaults.Size(phases[0].Exaggeration, count) : 1;
        for (int k = 0; k < phases.Length; k++)
        {
            double size = defaults.Size(phases[k].Exaggeration, count);
            phases[k] = size == 1 ? phases[k] : phases[k] with { Stretch = size / before, MaximalStep = StepPerSize * size };
            before = size;
        }

        return phases;
    }

    /// <summary>The phase at each of the factors between exaggeration and none.</summary>
    private IEnumerable<Phase> Falling(Phase phase) =>
        from step in Enumerable.Range(1, falls && phase.Iterations > 0 ? FactorsBetween : 0)
        let factor = Math.Round(Math.Pow(exaggeration, 1 - (step / (FactorsBetween + 1.0))), 2)
        where factor > 1
        select phase with { Exaggeration = factor };

    /// <summary>A set number of iterations is run in full.</summary>
    private double Tolerance => settings.Tolerance ?? (settings.Iterations is null ? UsualTolerance : 0);

    private int Early(int all, int usual)
    {
        int early = exaggeration > 1 ? settings.ExaggeratedIterations ?? usual : 0;
        return early == 0 || early < all ? early : throw new ArgumentException(
            $"{early} iterations with exaggeration leave none of the {all} for the map itself. Take fewer (--early-exaggeration-iter), or more in all (--iterations).",
            nameof(all));
    }

    /// <summary>With what is settled; a rate that is not is a multiple of the automatic one.</summary>
    private Phase With(Phase phase, double rate) => phase with
    {
        LearningRate = !settings.LearningRate.IsAuto || rate * stable == 1 ? settings.LearningRate : LearningRate.AutoTimes(rate * stable),
        Momentum = settings.Momentum ?? phase.Momentum,
    };
}
