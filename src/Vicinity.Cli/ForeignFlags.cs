namespace Vicinity.Cli;

/// <summary>Options as other programs of the field call them, answered with ours.</summary>
internal static class ForeignFlags
{
    private static readonly Dictionary<string, string> Known = new(StringComparer.Ordinal)
    {
        ["--n-iter"] = "--iterations",
        ["--max-iter"] = "--iterations",
        ["--epochs"] = "--iterations",
        ["--random-state"] = "--seed",
        ["--random-seed"] = "--seed",
        ["--lr"] = "--learning-rate",
        ["--eta"] = "--learning-rate",
        ["--n-jobs"] = "--threads",
        ["--num-threads"] = "--threads",
        ["--nthreads"] = "--threads",
        ["--n-components"] = "--dims",
        ["--no-dims"] = "--dims",
        ["--dimensions"] = "--dims",
        ["--n-neighbors"] = "--k",
        ["--neighbors"] = "--k",
        ["--exaggeration"] = "--early-exaggeration",
        ["--exaggeration-factor"] = "--early-exaggeration",
        ["--stop-lying-iter"] = "--early-exaggeration-iter",
        ["--exaggeration-iter"] = "--early-exaggeration-iter",
        ["--final-momentum"] = "--momentum",
        ["--min-grad-norm"] = "--tolerance",
        ["--initialization"] = "--init",
        ["--pca-components"] = "--pca",
        ["--color"] = "--labels",
        ["--label"] = "--labels",
        ["--target"] = "--labels",
        ["--head"] = "--limit",
        ["--max-rows"] = "--limit",
        ["--subsample"] = "--sample",
        ["--angle"] = "--theta",
        ["--out"] = "--output",
    };

    /// <summary>Every name of ours that is given as an answer.</summary>
    public static IEnumerable<string> Answers => Known.Values;

    /// <returns>Our name; null if the word is known nowhere.</returns>
    public static string? Ours(string flag) => Known.GetValueOrDefault(flag.Replace('_', '-'));
}
