using System.CommandLine;

namespace Vicinity.Cli;

/// <summary>The options that make the phases of the optimisation.</summary>
internal sealed class ScheduleFlags
{
    /// <summary>The optimisers by name.</summary>
    internal static readonly (string Word, Optimizer Value)[] Optimizers =
    [
        ("dbd", Optimizer.DeltaBarDelta), ("lbfgs", Optimizer.Lbfgs), ("spectral", Optimizer.SpectralDirection),
        ("momentum", Optimizer.Momentum), ("nesterov", Optimizer.Nesterov),
    ];

    private const double UsualTolerance = 1e-7;
    private const int LongestExaggeration = 250;

    private static readonly DescentDefaults Usual = Objective.TSne.Defaults;

    private readonly Option<int?> iterations = Flag.Of<int>(
        "--iterations", "N", $"All iterations, the exaggerated ones included; 0 keeps the start [{Usual.Iterations}]",
        "a whole number of at least 0", text => Flag.Whole(text, 0));

    private readonly Option<double?> exaggeration = Flag.Of<double>(
        "--early-exaggeration", "A", $"Factor on the attraction at first [{Usual.Exaggeration}; 1 for methods of distances]",
        "a number of at least 1", text => Flag.Real(text) is >= 1 and { } value ? value : null);

    private readonly Option<int?> exaggeratedIterations = Flag.Of<int>(
        "--early-exaggeration-iter", "N", $"Iterations with that factor [{Usual.ExaggeratedIterations}, at most a third of all]",
        "a whole number of at least 0", text => Flag.Whole(text, 0));

    private readonly Option<LearningRate?> learningRate = Flag.Of<LearningRate>(
        "--learning-rate", "auto|R", "Factor on the gradient [auto: n / (4 A) for pair-wise costs, 1 / (4 A) for point-wise ones]",
        "auto or a number above 0", text => text == "auto" ? LearningRate.Auto : Flag.Real(text) is > 0 and { } value ? (LearningRate)value : null);

    private readonly Option<double?> momentum = Flag.Of<double>(
        "--momentum", "M", $"Share of the last step that is kept [{Usual.Momentum}]",
        "a number from 0 to below 1", text => Flag.Real(text) is >= 0 and < 1 and { } value ? value : null);

    private readonly Option<double?> tolerance = Flag.Of<double>(
        "--tolerance", "T", $"Stop when the loss changes by a smaller share per iteration; 0 never stops [{UsualTolerance}]",
        "a number of at least 0", text => Flag.Real(text) is >= 0 and { } value ? value : null);

    private readonly Option<Optimizer?> optimizer = Flag.Named(
        "--optimizer", "How the cost is descended [what the method does best with, mostly dbd: delta-bar-delta]", Optimizers);

    private IReadOnlyList<Option> All => [optimizer, iterations, exaggeration, exaggeratedIterations, learningRate, momentum, tolerance];

    public void AddTo(Command command)
    {
        foreach (Option option in All)
        {
            command.Options.Add(option);
        }
    }

    public Optimizer Descent(ParseResult parsed) => parsed.GetValue(optimizer) ?? Optimizer.Auto;

    /// <summary>The exaggerated phase, if it has iterations, and the plain one.</summary>
    /// <exception cref="ArgumentException">A set exaggeration lasts to the end, or a method of distances has one.</exception>
    public Schedule Read(ParseResult parsed, ChosenMethod method)
    {
        DescentDefaults usual = method.Objective.Defaults;
        int all = method.IsOptimized ? parsed.GetValue(iterations) ?? usual.Iterations : 0;
        double factor = Exaggeration(parsed, method);
        int first = ExaggeratedIterations(parsed, method, factor, all);
        if (first > 0 && first >= all)
        {
            throw new ArgumentException(
                $"--early-exaggeration-iter {first} leaves none of the {all} iterations for the map itself; take fewer, or more --iterations.", nameof(parsed));
        }

        Phase early = With(parsed, usual, first) with { Exaggeration = factor };
        Phase late = With(parsed, usual, all - first) with { Tolerance = parsed.GetValue(tolerance) ?? UsualTolerance };
        return first > 0 ? [early, late] : [late];
    }

    /// <summary>The phases of another program, with what is set here.</summary>
    /// <exception cref="ArgumentException">A set number of iterations leaves none for the map itself.</exception>
    public Schedule Change(ParseResult parsed, Schedule theirs)
    {
        Phase[] early = [.. theirs.Where(phase => phase.Exaggeration > 1)];
        if (parsed.GetValue(exaggeratedIterations) is { } set && set != early.Sum(phase => phase.Iterations))
        {
            early = [early[0] with { Iterations = set }];
        }

        int all = parsed.GetValue(iterations) ?? theirs.Sum(phase => phase.Iterations);
        int late = all - early.Sum(phase => phase.Iterations);
        if (late < 1)
        {
            throw new ArgumentException(
                $"{all - late} exaggerated iterations leave none of {all} for the map itself; take fewer by --early-exaggeration-iter, or more --iterations.", nameof(parsed));
        }

        double? factor = parsed.GetValue(exaggeration);
        Phase last = theirs[^1] with { Iterations = late, Tolerance = parsed.GetValue(tolerance) ?? theirs[^1].Tolerance };
        return [.. early.Where(phase => phase.Iterations > 0).Select(phase => phase with { Exaggeration = factor ?? phase.Exaggeration }).Append(last).Select(phase => phase with
        {
            LearningRate = parsed.GetValue(learningRate) ?? phase.LearningRate,
            Momentum = parsed.GetValue(momentum) ?? phase.Momentum,
        })];
    }

    /// <summary>The options that do not matter for the method and its optimiser.</summary>
    public IEnumerable<Option> Unread(ParseResult parsed, ChosenMethod method)
    {
        if (!method.IsOptimized)
        {
            return All;
        }

        bool searches = (Descent(parsed), method.Objective.Defaults.PrefersLineSearch) is
            (Optimizer.Lbfgs or Optimizer.SpectralDirection, _) or (Optimizer.Auto, true);
        bool keepsShare = !searches && Descent(parsed) != Optimizer.Nesterov;
        return
        [
            .. searches ? (IEnumerable<Option>)[learningRate] : [],
            .. keepsShare ? (IEnumerable<Option>)[] : [momentum],
            .. method.IsOfDistances ? (IEnumerable<Option>)[exaggeratedIterations] : [],
        ];
    }

    private double Exaggeration(ParseResult parsed, ChosenMethod method)
    {
        double factor = parsed.GetValue(exaggeration) ?? method.Objective.Defaults.Exaggeration;
        return method.IsOfDistances && factor > 1 && method.IsOptimized
            ? throw new ArgumentException(
                $"--early-exaggeration {factor}: {method.Name} compares distances, so there is no attraction to multiply; leave the option out, or use 1.",
                nameof(parsed))
            : factor;
    }

    private int ExaggeratedIterations(ParseResult parsed, ChosenMethod method, double factor, int all)
    {
        if (method.IsOfDistances)
        {
            return 0;
        }

        int usual = method.Objective.Defaults.ExaggeratedIterations;
        int unset = usual == 0 && factor > 1 ? LongestExaggeration : usual;
        return parsed.GetValue(exaggeratedIterations) ?? Math.Min(unset, all / 3);
    }

    private Phase With(ParseResult parsed, DescentDefaults usual, int count) => new(count)
    {
        LearningRate = parsed.GetValue(learningRate) ?? (usual.LearningRate > 0 ? usual.LearningRate : LearningRate.Auto),
        Momentum = parsed.GetValue(momentum) ?? usual.Momentum,
    };
}
