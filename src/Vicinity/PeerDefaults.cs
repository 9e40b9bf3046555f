namespace Vicinity;

/// <summary>The options with which other programs make a map, so that their users can move over and compare.</summary>
/// <remarks>
/// What is taken over: iterations, exaggeration, momentum, learning rate, longest step, start, principal components, neighbours. Rates count the factor 4
/// of the gradient, which all but scikit-learn leave out, so theirs are divided by 4. What is not: their search, their Barnes-Hut or interpolation errors,
/// stopping rules, and the floor of the gains where it is not 0.01. Change single ones with <c>with</c>.
/// </remarks>
public static class PeerDefaults
{
    private const double Exaggeration = 12;
    private static readonly Phase Unclipped = new(0) { Momentum = 0.5, MaximalStep = double.PositiveInfinity };
    private static readonly LearningRate AtLeastFifty = LearningRate.PerPoint(1.0 / 48, least: 50);

    /// <summary>openTSNE 1.0: 250 exaggerated and 500 plain iterations, momentum 0.8, rate n / (4 exaggeration), steps up to 5.</summary>
    public static EmbeddingOptions OpenTsne { get; } = new()
    {
        PcaComponents = PcaComponents.None,
        Schedule = [new(250) { Exaggeration = Exaggeration }, new(500)],
    };

    /// <summary>scikit-learn 1.2 and later: 1,000 iterations, 250 of them exaggerated at momentum 0.5, rate max(n / 48, 50) throughout, 3 x perplexity + 1 neighbours.</summary>
    public static EmbeddingOptions Sklearn { get; } = new()
    {
        PcaComponents = PcaComponents.None,
        Neighbors = 91,
        Schedule =
        [
            Unclipped with { Iterations = 250, Exaggeration = Exaggeration, LearningRate = AtLeastFifty },
            Unclipped with { Iterations = 750, Momentum = 0.8, LearningRate = AtLeastFifty },
        ],
    };

    /// <summary>FIt-SNE 1.2: 750 iterations, 251 of them exaggerated, momentum 0.5 for 250, rate max(200, n / 12) / 4, steps up to 5.</summary>
    public static EmbeddingOptions FitSne { get; } = new()
    {
        PcaComponents = PcaComponents.None,
        Schedule =
        [
            new(250) { Exaggeration = Exaggeration, Momentum = 0.5, LearningRate = AtLeastFifty },
            new(1) { Exaggeration = Exaggeration, LearningRate = AtLeastFifty },
            new(499) { LearningRate = AtLeastFifty },
        ],
    };

    /// <summary>bhtsne, the program of van der Maaten: 1,000 iterations, 251 of them exaggerated, momentum 0.5 for 250, rate 200 / 4, random start.</summary>
    public static EmbeddingOptions BhTsne { get; } = new()
    {
        PcaComponents = PcaComponents.None,
        Start = Start.Random,
        Schedule =
        [
            Unclipped with { Iterations = 250, Exaggeration = Exaggeration, LearningRate = 50 },
            Unclipped with { Iterations = 1, Exaggeration = Exaggeration, Momentum = 0.8, LearningRate = 50 },
            Unclipped with { Iterations = 749, Momentum = 0.8, LearningRate = 50 },
        ],
    };

    /// <summary>Rtsne 0.17: 50 principal components, 1,000 iterations, 250 of them exaggerated at momentum 0.5, rate 200 / 4, random start.</summary>
    public static EmbeddingOptions Rtsne { get; } = new()
    {
        PcaComponents = 50,
        Start = Start.Random,
        Schedule =
        [
            Unclipped with { Iterations = 250, Exaggeration = Exaggeration, LearningRate = 50 },
            Unclipped with { Iterations = 750, Momentum = 0.8, LearningRate = 50 },
        ],
    };

    /// <summary>The names that <see cref="Find"/> knows.</summary>
    public static IReadOnlyList<string> Names { get; } = ["opentsne", "sklearn", "fitsne", "bhtsne", "rtsne"];

    /// <summary>The options of a program by its name in lower case; null if it is not among <see cref="Names"/>.</summary>
    /// <param name="name">Such as opentsne.</param>
    public static EmbeddingOptions? Find(string name) => name switch
    {
        "opentsne" => OpenTsne,
        "sklearn" => Sklearn,
        "fitsne" => FitSne,
        "bhtsne" => BhTsne,
        "rtsne" => Rtsne,
        _ => null,
    };
}
