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

    private readonly Option<Settled<int>?> iterations = Settled<int>.Flag(
        "--iterations", "N", "All iterations, the exaggerated ones included; a set number is run in full; 0 keeps the start [auto: by method and points]",
        "a whole number of at least 0", text => Flag.Whole(text, 0));

    private readonly Option<double?> exaggeration = Flag.Of<double>(
        "--early-exaggeration", "A", $"Factor on the attraction at first [{Objective.TSne.Defaults.Exaggeration} for tsne, mostly {new DescentDefaults().Exaggeration} for others; 1 for methods of distances]",
        "a number of at least 1", text => Flag.Real(text) is >= 1 and { } value ? value : null);

    private readonly Option<Settled<int>?> exaggeratedIterations = Settled<int>.Flag(
        "--early-exaggeration-iter", "N", "Iterations with that factor, which is then dropped at once [auto: by method and points, let go in steps; of set iterations a third, at most 250]",
        "a whole number of at least 0", text => Flag.Whole(text, 0));

    private readonly Option<Settled<double>?> learningRate = Settled<double>.Flag(
        "--learning-rate", "R", "Factor on the gradient in all phases [auto: n / (4 A) for pair-wise costs, 1 / (4 A) for point-wise ones; twice that while a t-SNE grows]",
        "a number above 0", text => Flag.Real(text) is > 0 and { } value ? value : null);

    private readonly Option<Settled<double>?> momentum = Settled<double>.Flag(
        "--momentum", "M", "Share of the last step that is kept, in all phases [auto: 0.8; for t-SNE by phase]",
        "a number from 0 to below 1", text => Flag.Real(text) is >= 0 and < 1 and { } value ? value : null);

    private readonly Option<Settled<double>?> tolerance = Settled<double>.Flag(
        "--tolerance", "T", "Stop when the loss changes by a smaller share per iteration; 0 never stops [auto: 1e-7, or 0 for set iterations]",
        "a number of at least 0", text => Flag.Real(text) is >= 0 and { } value ? value : null);

    private readonly Option<Optimizer?> optimizer = Flag.Named(
        "--optimizer", "How the cost is descended [what the method does best with, mostly dbd: delta-bar-delta]", Optimizers);

    private readonly Option<bool> converge = Flag.Switch(
        "--converge", "Go on after that until the loss stands still, the size of the map included; takes many times longer");

    private IReadOnlyList<Option> All => [optimizer, converge, iterations, exaggeration, exaggeratedIterations, learningRate, momentum, tolerance];

    public void AddTo(Command command)
    {
        foreach (Option option in All)
        {
            command.Options.Add(option);
        }
    }

    public Optimizer Descent(ParseResult parsed) => parsed.GetValue(optimizer) ?? Optimizer.Auto;

    /// <summary>What is settled; the rest is decided when the points are known.</summary>
    /// <exception cref="ArgumentException">A method of distances is to be exaggerated.</exception>
    public ScheduleSettings Read(ParseResult parsed, ChosenMethod method) => new()
    {
        Iterations = parsed.GetValue(iterations)?.Value,
        Exaggeration = Exaggeration(parsed, method),
        ExaggeratedIterations = parsed.GetValue(exaggeratedIterations)?.Value,
        LearningRate = parsed.GetValue(learningRate)?.Value is { } rate ? rate : LearningRate.Auto,
        Momentum = parsed.GetValue(momentum)?.Value,
        Tolerance = parsed.GetValue(tolerance)?.Value,
        Converges = parsed.GetValue(converge),
    };

    /// <summary>The phases of another program, with what is set here.</summary>
    /// <exception cref="ArgumentException">A set number of iterations leaves none for the map itself.</exception>
    public static Schedule Change(Schedule theirs, ScheduleSettings settings)
    {
        Phase[] early = [.. theirs.Where(phase => phase.Exaggeration > 1)];
        if (settings.ExaggeratedIterations is { } set && set != early.Sum(phase => phase.Iterations))
        {
            early = [early[0] with { Iterations = set }];
        }

        int all = settings.Iterations ?? theirs.Sum(phase => phase.Iterations);
        int late = all - early.Sum(phase => phase.Iterations);
        if (late < 1)
        {
            throw new ArgumentException(
                $"{all - late} exaggerated iterations leave none of {all} for the map itself; take fewer by --early-exaggeration-iter, or more --iterations.", nameof(settings));
        }

        Phase last = theirs[^1] with { Iterations = late, Tolerance = settings.Tolerance ?? theirs[^1].Tolerance };
        return
        [
            .. early.Where(phase => phase.Iterations > 0).Select(phase => phase with { Exaggeration = settings.Exaggeration ?? phase.Exaggeration }).Append(last).Select(phase => phase with
            {
                LearningRate = settings.LearningRate.IsAuto ? phase.LearningRate : settings.LearningRate,
                Momentum = settings.Momentum ?? phase.Momentum,
            }),
        ];
    }

    /// <summary>The options that do not matter for the method and its optimiser.</summary>
    public IEnumerable<Option> Unread(ParseResult parsed, ChosenMethod method)
    {
        if (!method.IsOptimized)
        {
            return All;
        }

        Optimizer used = OptimizerChoice.Resolve(Descent(parsed), method.Objective);
        bool searches = used is Optimizer.Lbfgs or Optimizer.SpectralDirection;
        bool keepsShare = !searches && used != Optimizer.Nesterov;
        return
        [
            .. searches ? (IEnumerable<Option>)[learningRate] : [],
            .. keepsShare ? (IEnumerable<Option>)[] : [momentum],
            .. method.IsOfDistances ? (IEnumerable<Option>)[exaggeratedIterations] : [],
        ];
    }

    private double? Exaggeration(ParseResult parsed, ChosenMethod method)
    {
        double? factor = parsed.GetValue(exaggeration);
        return method.IsOfDistances && factor > 1
            ? throw new ArgumentException(
                $"--early-exaggeration {factor}: {method.Name} compares distances, so there is no attraction to multiply; leave the option out, or use 1.",
                nameof(parsed))
            : factor;
    }
}
