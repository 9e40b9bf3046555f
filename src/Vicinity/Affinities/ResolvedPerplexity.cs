namespace Vicinity;

/// <summary>Perplexity and number of neighbours that work for n points.</summary>
/// <param name="Perplexity">U; the effective number of neighbours, k, if the affinities are uniform.</param>
/// <param name="Neighbors">k.</param>
/// <param name="IsUniform">True if there are too few neighbours for a perplexity: all get the same affinity.</param>
/// <param name="Warning">D107, if the default had to shrink.</param>
internal readonly record struct ResolvedPerplexity(double Perplexity, int Neighbors, bool IsUniform, FitWarning? Warning)
{
    private const double Default = 30;
    private const int NeighborsPerPerplexity = 3;
    private const double LeastDefault = 2;

    /// <summary>Chooses what was left open and refuses what cannot work.</summary>
    /// <exception cref="ArgumentException">A set perplexity is too large for the points or for the set number of neighbours.</exception>
    public static ResolvedPerplexity Resolve(Perplexity perplexity, NeighborCount neighbors, int count)
    {
        if (perplexity.IsAuto)
        {
            return ResolveDefault(neighbors, count);
        }

        double value = perplexity.Value;
        RequirePossible(value, neighbors, count);
        return new(value, neighbors.Resolve(count, value), false, null);
    }

    private static ResolvedPerplexity ResolveDefault(NeighborCount neighbors, int count)
    {
        int available = neighbors.IsAuto ? Math.Max(0, count - 1) : neighbors.Resolve(count, Default);
        double value = Math.Min(Default, (double)available / NeighborsPerPerplexity);
        string limit = available == count - 1 ? $"{count} points" : $"{available} neighbours per point";
        if (value < LeastDefault)
        {
            return new(Math.Max(1, available), available, true, new("D107", $"{limit} are too few for a perplexity: every point has the same affinity to its {available} neighbours."));
        }

        FitWarning? warning = value < Default
            ? new("D107", $"The default perplexity {Default} was reduced to {value:0.##}, the largest for {limit} (3 x perplexity neighbours). Set a perplexity to silence this.")
            : null;
        return new(value, neighbors.Resolve(count, value), false, warning);
    }

    private static void RequirePossible(double value, NeighborCount neighbors, int count)
    {
        if (neighbors.IsAuto)
        {
            double needed = (NeighborsPerPerplexity * value) + 1;
            Require(needed <= count, value, $"needs at least {Math.Ceiling(needed)} points (3 x perplexity + 1), but the data has {count}.", (count - 1) / 3);
        }
        else
        {
            int available = neighbors.Resolve(count, value);
            string what = available < count - 1 ? "neighbours per point that were set" : "other points";
            Require(value < available, value, $"must be below the number of {what}, {available}.", available - 1);
        }
    }

    private static void Require(bool possible, double value, string reason, int largest)
    {
        if (!possible)
        {
            string cure = largest > 1 ? $"Use a perplexity of at most {largest}." : "Leave the perplexity unset, or bring more points.";
            throw new ArgumentException($"Perplexity {value} {reason} {cure}", nameof(value));
        }
    }
}
