using System.Globalization;

namespace Vicinity.Bench;

/// <summary>One way to descend, in words: "default", or an optimizer and what differs from 750 iterations with automatic rate and start, such as "dbd a4 rate0.3 start=random".</summary>
/// <remarks>
/// Words after the optimizer: aX exaggeration (of the first third, or of eN iterations), then fN iterations at each of four factors between it and none, rateX
/// factor on the automatic rate, mX momentum, xN times the iterations,
/// start=NAME, scaleX, a factor on the start, and joint, of kernel parameters.
/// </remarks>
internal sealed record TuningVariant(string Text)
{
    private static readonly Dictionary<string, Optimizer> Optimizers = new(StringComparer.Ordinal)
    {
        ["dbd"] = Optimizer.DeltaBarDelta, ["lbfgs"] = Optimizer.Lbfgs, ["spectral"] = Optimizer.SpectralDirection,
        ["momentum"] = Optimizer.Momentum, ["nesterov"] = Optimizer.Nesterov,
    };

    private static readonly Dictionary<string, Start> Starts =
        ((Start[])[Start.Auto, Start.Pca, Start.PcaRaw, Start.Random, Start.Spectral]).ToDictionary(start => start.Name, StringComparer.Ordinal);

    private static readonly DescentDefaults Usual = new();

    /// <summary>The grid for affinities.</summary>
    public static IReadOnlyList<TuningVariant> OfAffinities { get; } = Grid(
        "default", "dbd a12", "dbd a4", "dbd a4 e50 f50", "dbd a1", "lbfgs a12", "lbfgs a4", "lbfgs a1",
        "dbd a12 rate0.1", "dbd a12 rate0.3", "dbd a12 rate3", "dbd a12 rate10", "dbd a4 rate0.1", "dbd a4 rate0.3", "dbd a4 rate3",
        "momentum a12", "momentum a4", "nesterov a4", "spectral a4",
        "dbd a4 start=random", "dbd a12 start=spectral", "lbfgs a4 start=spectral", "lbfgs a1 scale1e4", "lbfgs a1 scale1e4 start=spectral",
        "dbd a4 x2", "dbd a12 x2", "lbfgs a4 x2");

    /// <summary>The grid for distances.</summary>
    public static IReadOnlyList<TuningVariant> OfDistances { get; } = Grid(
        "default", "dbd", "dbd rate0.1", "dbd rate0.3", "dbd rate3", "lbfgs", "momentum", "nesterov", "lbfgs start=pca", "lbfgs start=random", "dbd x2", "lbfgs x2");

    /// <summary>The options that the words say.</summary>
    public EmbeddingOptions Apply(EmbeddingOptions options, Matrix data)
    {
        string[] words = Text.Split(' ');
        if (words[0] == "default")
        {
            return options;
        }

        double Number(string name, double usual) => words.Skip(1).FirstOrDefault(word => word.StartsWith(name, StringComparison.Ordinal) && Parsed(word, name) is not null) is { } word
            ? Parsed(word, name)!.Value : usual;
        Start start = words.FirstOrDefault(word => word.StartsWith("start=", StringComparison.Ordinal)) is { } chosen ? Starts[chosen[6..]] : Start.Auto;
        int iterations = (int)(Usual.Iterations * Number("x", 1));
        double exaggeration = Number("a", 1);
        int early = (int)Number("e", iterations / 3);
        int falling = (int)Number("f", 0);
        Phase plain = new(iterations) { Momentum = Number("m", Usual.Momentum), Tolerance = 1e-7 };
        Phase At(Phase phase) => phase with { LearningRate = Number("rate", 1) * (phase with { LearningRate = LearningRate.Auto }).Resolve(options.Objective with { Defaults = new() }, data.Rows).LearningRate.Value };
        Phase Exaggerated(int length, double factor) => At(plain with { Iterations = length, Exaggeration = factor, Tolerance = 0 });
        return options with
        {
            Optimizer = Optimizers[words[0]],
            ParameterDescent = words.Contains("joint") ? ParameterDescent.Joint : ParameterDescent.Alternating,
            Start = Number("scale", 1) is var scale && scale != 1 ? Scaled(options with { Start = start }, data, (float)scale) : start,
            Schedule = exaggeration > 1
                ? [Exaggerated(early, exaggeration), .. Enumerable.Range(1, 4).Select(k => Exaggerated(falling, Math.Pow(exaggeration, 1 - (k / 5.0)))), At(plain with { Iterations = iterations - early - (4 * falling) })]
                : [At(plain)],
        };
    }

    private static Start Scaled(EmbeddingOptions options, Matrix data, float factor)
    {
        Matrix start = NeighborEmbedding.Prepare(data, options).Run.Snapshot();
        return Start.From(Matrix.Create(start.Rows, start.Columns, (i, row) =>
        {
            for (int d = 0; d < row.Length; d++)
            {
                row[d] = factor * start[i, d];
            }
        }));
    }

    private static double? Parsed(string word, string name) =>
        double.TryParse(word[name.Length..], NumberStyles.Float, CultureInfo.InvariantCulture, out double value) ? value : null;

    private static IReadOnlyList<TuningVariant> Grid(params string[] texts) => [.. texts.Select(text => new TuningVariant(text))];
}
