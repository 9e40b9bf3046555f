using System.CommandLine;
using System.Globalization;

namespace Vicinity.Cli;

/// <summary>The option that makes a map for each perplexity of a list, over one graph of neighbours.</summary>
internal sealed class SweepFlags
{
    private readonly Option<bool> sweep = Flag.Switch(
        "--sweep", "One map for each --perplexity of a list, over one graph: -o map.csv writes map-perplexity-10.csv and so on");

    public void AddTo(Command command) => command.Options.Add(sweep);

    /// <summary>One request for each map; the request itself if no sweep is asked for.</summary>
    /// <exception cref="ArgumentException">There are no several perplexities to sweep over.</exception>
    public IReadOnlyList<FitRequest> Maps(ParseResult parsed, FitRequest request)
    {
        if (!parsed.GetValue(sweep))
        {
            return [request];
        }

        if (request.Keeping is not null)
        {
            throw new ArgumentException("--checkpoint keeps the run of one map, but --sweep makes several. Leave one of the two out.", nameof(parsed));
        }

        double[] values = request.Map.Options.Perplexity.Values.ToArray();
        return values.Length > 1 && values.Distinct().Count() == values.Length
            ? [.. values.Select(value => With(request, value))]
            : throw new ArgumentException("--sweep needs a --perplexity of several different numbers, such as --perplexity 10,30,100.", nameof(parsed));
    }

    private static FitRequest With(FitRequest request, double perplexity)
    {
        string suffix = $"-perplexity-{perplexity.ToString(CultureInfo.InvariantCulture)}";
        return request with
        {
            Map = request.Map with { Options = request.Map.Options with { Perplexity = perplexity } },
            Outputs = [.. request.Outputs.Select(path => Path.Join(Path.GetDirectoryName(path), Path.GetFileNameWithoutExtension(path) + suffix + Path.GetExtension(path)))],
        };
    }
}
