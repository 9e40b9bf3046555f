namespace Vicinity;

/// <summary>Perplexity and number of neighbours that work for n points.</summary>
/// <param name="Perplexity">U; the effective number of neighbours, k, if the affinities are uniform.</param>
/// <param name="Neighbors">k.</param>
/// <param name="IsUniform">True if there are too few neighbours for a perplexity: all get the same affinity.</param>
/// <param name="Warning">D107, if the default had to shrink, or a set perplexity is not used.</param>
internal readonly record struct ResolvedPerplexity(double Perplexity, int Neighbors, bool IsUniform, FitWarning? Warning)
{
    private const double Default = 30;
    private const int NeighborsPerPerplexity = 3;
    private const double LeastDefault = 2;

    /// <summary>Below, affinities are uniform: there are too few neighbours for the default to reach 2.</summary>
    private const int FewestPoints = (NeighborsPerPerplexity * (int)LeastDefault) + 1;

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
        int available = Available(neighbors, count);
        return value >= available ? Uniform(available, $"Perplexity {value} with as many neighbours leaves no choice")
            : count < FewestPoints ? Uniform(available, $"Perplexity {value} is not used, since none fits {Counted.Of(count, "point")}")
            : new(value, neighbors.Resolve(count, value), false, null);
    }

    private static ResolvedPerplexity ResolveDefault(NeighborCount neighbors, int count)
    {
        int available = Available(neighbors, count);
        double value = Math.Min(Default, (double)available / NeighborsPerPerplexity);
        string limit = available == count - 1 ? Counted.Of(count, "point") : $"{Counted.Of(available, "neighbour")} per point";
        if (value < LeastDefault)
        {
            return Uniform(available, $"No perplexity fits {limit}");
        }

        FitWarning? warning = value < Default
            ? new("D107", $"The default perplexity {Default} was reduced to {value:0.##}, the largest for {limit} (3 x perplexity neighbours). Set a perplexity to silence this.")
            : null;
        return new(value, neighbors.Resolve(count, value), false, warning);
    }

    private static int Available(NeighborCount neighbors, int count) => neighbors.IsAuto ? Math.Max(0, count - 1) : neighbors.Resolve(count, Default);

    private static ResolvedPerplexity Uniform(int neighbors, string reason) =>
        new(Math.Max(1, neighbors), neighbors, true, new("D107", $"{reason}: every point has the same affinity to its {Counted.Of(neighbors, "neighbour")}."));

    private static void RequirePossible(double value, NeighborCount neighbors, int count)
    {
        if (neighbors.IsAuto)
        {
            double needed = (NeighborsPerPerplexity * value) + 1;
            Require(needed <= count, value, $"needs at least {Math.Ceiling(needed)} points (3 x perplexity + 1), but the data has {count}.", (count - 1) / 3.0);
        }
        else
        {
            int available = Math.Max(1, Available(neighbors, count));
            string what = available < count - 1 ? "neighbours per point that were set" : "other points";
            Require(value <= available, value, $"must be at most the number of {what}, {available}.", available);
        }
    }

    private static void Require(bool possible, double value, string reason, double largest)
    {
        if (!possible)
        {
            string cure = largest > 1 ? $"Use a perplexity of at most {Math.Floor(100 * largest) / 100}." : "Leave the perplexity unset, or bring more points.";
            throw new ArgumentException($"Perplexity {value} {reason} {cure}", nameof(value));
        }
    }
}
