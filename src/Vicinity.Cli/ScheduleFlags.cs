using System.CommandLine;

namespace Vicinity.Cli;

/// <summary>The options that make the phases of the optimisation.</summary>
internal sealed class ScheduleFlags
{
    private static readonly IReadOnlyList<Phase> Usual = new EmbeddingOptions().Schedule;

    private readonly Option<int?> iterations = Flag.Of<int>(
        "--iterations", "N", $"All iterations, the exaggerated ones included; 0 keeps the start [{UsualIterations}]",
        "a whole number of at least 0", text => Flag.Whole(text, 0));

    private readonly Option<double?> exaggeration = Flag.Of<double>(
        "--early-exaggeration", "A", $"Factor on the attraction at first [{Usual[0].Exaggeration}]",
        "a number of at least 1", text => Flag.Real(text) is >= 1 and { } value ? value : null);

    private readonly Option<int?> exaggeratedIterations = Flag.Of<int>(
        "--early-exaggeration-iter", "N", $"Iterations with that factor [{Usual[0].Iterations}, at most a third of all]",
        "a whole number of at least 0", text => Flag.Whole(text, 0));

    private readonly Option<LearningRate?> learningRate = Flag.Of<LearningRate>(
        "--learning-rate", "auto|R", "Factor on the gradient [auto: n / (4 A)]",
        "auto or a number above 0", text => text == "auto" ? LearningRate.Auto : Flag.Real(text) is > 0 and { } value ? (LearningRate)value : null);

    private readonly Option<double?> momentum = Flag.Of<double>(
        "--momentum", "M", $"Share of the last step that is kept [{Usual[0].Momentum}]",
        "a number from 0 to below 1", text => Flag.Real(text) is >= 0 and < 1 and { } value ? value : null);

    private readonly Option<double?> tolerance = Flag.Of<double>(
        "--tolerance", "T", $"Stop when the loss changes by a smaller share per iteration; 0 never stops [{Usual[^1].Tolerance}]",
        "a number of at least 0", text => Flag.Real(text) is >= 0 and { } value ? value : null);

    private static int UsualIterations => Usual.Sum(phase => phase.Iterations);

    public void AddTo(Command command)
    {
        foreach (Option option in new Option[] { iterations, exaggeration, exaggeratedIterations, learningRate, momentum, tolerance })
        {
            command.Options.Add(option);
        }
    }

    /// <summary>The exaggerated phase, if it has iterations, and the plain one.</summary>
    /// <exception cref="ArgumentException">A set exaggeration lasts to the end.</exception>
    public IReadOnlyList<Phase> Read(ParseResult parsed)
    {
        int all = parsed.GetValue(iterations) ?? UsualIterations;
        int first = parsed.GetValue(exaggeratedIterations) ?? Math.Min(Usual[0].Iterations, all / 3);
        if (first > 0 && first >= all)
        {
            throw new ArgumentException(
                $"--early-exaggeration-iter {first} leaves none of the {all} iterations for the map itself; take fewer, or more --iterations.", nameof(parsed));
        }

        Phase early = With(parsed, Usual[0], first) with { Exaggeration = parsed.GetValue(exaggeration) ?? Usual[0].Exaggeration };
        Phase late = With(parsed, Usual[^1], all - first) with { Tolerance = parsed.GetValue(tolerance) ?? Usual[^1].Tolerance };
        return first > 0 ? [early, late] : [late];
    }

    private Phase With(ParseResult parsed, Phase usual, int count) => usual with
    {
        Iterations = count,
        LearningRate = parsed.GetValue(learningRate) ?? usual.LearningRate,
        Momentum = parsed.GetValue(momentum) ?? usual.Momentum,
    };
}
