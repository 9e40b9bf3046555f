namespace Vicinity;

/// <summary>The perplexities that the library finds itself, in the order of their use.</summary>
internal static class PerplexityLadder
{
    private const double LargestBest = 128;

    /// <summary>The numbers of a request for <paramref name="count"/> points; those of a list or per point are its own.</summary>
    public static double[] Of(Perplexity perplexity, int count) => perplexity.Kind switch
    {
        PerplexityKind.Best => Rising(Math.Min(LargestBest, count / 2.0)),
        PerplexityKind.MultiScale => Falling(Math.Round(Math.Log2(count / 4.0)), 1),
        PerplexityKind.Stepped => [.. Falling(Math.Floor(Math.Log2(count / 2.0)), perplexity.Value), perplexity.Value],
        _ => perplexity.Values.ToArray(),
    };

    /// <summary>4, 8 ... up to a limit.</summary>
    private static double[] Rising(double limit) => [.. Powers(1, Math.Floor(Math.Log2(Math.Max(1, limit)))).Skip(1)];

    /// <summary>2^exponent and its halves above a limit.</summary>
    private static double[] Falling(double exponent, double above) => [.. Powers(1, Math.Max(0, exponent)).Reverse().TakeWhile(value => value > above)];

    private static IEnumerable<double> Powers(int first, double last) =>
        Enumerable.Range(first, Math.Max(0, (int)last - first + 1)).Select(exponent => Math.ScaleB(1, exponent));
}
