using System.CommandLine;

namespace Vicinity.Cli;

/// <summary>The options that mix a method of one's own: cost x kernel x normalisation.</summary>
internal sealed class MixFlags
{
    private readonly Option<MixtureCost?> cost = Flag.Named(
        "--cost", "A mix of one's own instead of --method: what is made small [kl]",
        ("kl", MixtureCost.KullbackLeibler), ("reverse-kl", MixtureCost.ReverseKullbackLeibler), ("nerv", MixtureCost.Nerv),
        ("js", MixtureCost.JensenShannon), ("chi2", MixtureCost.ChiSquare), ("hellinger", MixtureCost.Hellinger), ("ab", MixtureCost.AlphaBeta),
        ("square", MixtureCost.Square), ("cross-entropy", MixtureCost.CrossEntropy), ("gsne", MixtureCost.Global));

    private readonly Option<MixtureKernel?> kernel = Flag.Named(
        "--kernel", "The mix's similarity in the map [t]",
        ("gaussian", MixtureKernel.Gaussian), ("t", MixtureKernel.StudentT), ("heavy", MixtureKernel.HeavyTailed),
        ("inhomogeneous", MixtureKernel.Inhomogeneous), ("kobak", MixtureKernel.Kobak), ("tt", MixtureKernel.TTail),
        ("umap", MixtureKernel.Umap), ("none", MixtureKernel.None));

    private readonly Option<Normalization?> norm = Flag.Named(
        "--norm", "What the mix's similarities are divided by: their row's sum, the sum of all, that and averaged, nothing [pair]",
        ("point", Normalization.PointWise), ("pair", Normalization.PairWise), ("average", Normalization.Averaged), ("none", Normalization.None));

    // Words and not a truth value: System.CommandLine gives an option of those no other word than true and false.
    private readonly Option<string?> transform = Flag.Choice(
        "--transform", "What the mix's kernel sees: the square of the distance, or the distance [square]", "square", "none");

    public IReadOnlyList<Option> All => [cost, kernel, norm, transform];

    /// <summary>True if a mix is asked for.</summary>
    public bool IsGiven(ParseResult parsed) => All.Any(option => Flag.IsGiven(parsed, option));

    /// <param name="parsed">The command line.</param>
    /// <param name="learned">A kernel parameter that is learned has to be one of each point.</param>
    public Mixture Read(ParseResult parsed, LearnedParameter learned) => new(
        parsed.GetValue(cost) ?? MixtureCost.KullbackLeibler,
        parsed.GetValue(kernel) ?? MixtureKernel.StudentT,
        parsed.GetValue(norm) ?? Normalization.PairWise)
    {
        IsPlainDistance = IsPlain(parsed),
        IsPerPoint = learned is LearnedParameter.Alpha or LearnedParameter.DegreesOfFreedom,
    };

    /// <summary>The mix as words: kl x t x pair, or kl x t of d x pair.</summary>
    public string Name(ParseResult parsed) =>
        string.Join(" x ", Word(parsed, cost, "kl"), Word(parsed, kernel, "t") + (IsPlain(parsed) ? " of d" : ""), Word(parsed, norm, "pair"));

    private bool IsPlain(ParseResult parsed) => parsed.GetValue(transform) == "none";

    private static string Word(ParseResult parsed, Option option, string usual) =>
        parsed.GetResult(option) is { Implicit: false, Tokens: [{ } token, ..] } ? token.Value : usual;
}
