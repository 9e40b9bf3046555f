namespace Vicinity;

/// <summary>Perplexities and number of neighbours that work for n points.</summary>
/// <param name="Perplexity">The largest U; the effective number of neighbours, k, if the affinities are uniform; 0 if the kernel has none.</param>
/// <param name="Neighbors">k of the graph.</param>
/// <param name="IsUniform">True if there are too few neighbours for a perplexity: all get the same affinity.</param>
/// <param name="Warning">D107, if the library's choice had to shrink, or there is none.</param>
internal sealed record ResolvedPerplexity(double Perplexity, int Neighbors, bool IsUniform, FitWarning? Warning)
{
    private const double Default = 30;
    private const int NeighborsPerPerplexity = 3;
    private const double LeastDefault = 2;
    private const int SmoothDefault = 15;

    /// <summary>Entries of a graph for perplexities of our own choice.</summary>
    private const int MostOwnEntries = 1 << 26;

    /// <summary>What was asked for, with its numbers; auto if the kernel has no perplexity.</summary>
    public Perplexity Request { get; init; } = Perplexity > 1 ? Perplexity : default(Perplexity);

    /// <summary>The numbers in the order of their use; per point, one for each.</summary>
    public double[] Scales { get; init; } = [Perplexity];

    /// <summary>Neighbours that each scale has for itself, beside <see cref="Scales"/>; all of the graph's if there are fewer.</summary>
    public int[] ScaleNeighbors { get; init; } = [];

    /// <summary>Chooses what was left open and refuses what cannot work.</summary>
    /// <param name="perplexity">As asked for.</param>
    /// <param name="neighbors">As asked for.</param>
    /// <param name="count">n.</param>
    /// <param name="kernel">What the neighbours are weighted by.</param>
    /// <exception cref="ArgumentException">A set perplexity is too large for the points or for the set number of neighbours, or has another length than the data.</exception>
    public static ResolvedPerplexity Resolve(
        Perplexity perplexity, NeighborCount neighbors, int count, InputKernel kernel = InputKernel.Gaussian) => kernel switch
        {
            InputKernel.SmoothNearest => ResolveSmooth(neighbors, count),
            InputKernel.Nearest => ResolveNearest(perplexity, neighbors, count),
            _ => perplexity.Kind switch
            {
                PerplexityKind.Auto => ResolveDefault(neighbors, count),
                PerplexityKind.Single or PerplexityKind.List or PerplexityKind.PerPoint => ResolveSet(perplexity, neighbors, count),
                _ => ResolveLadder(perplexity, neighbors, count),
            },
        };

    /// <summary>The same where only some neighbours are known: a perplexity has 3 x of them if that many are there, else all.</summary>
    /// <param name="perplexity">As asked for.</param>
    /// <param name="neighbors">As asked for.</param>
    /// <param name="known">Neighbours per point.</param>
    /// <param name="count">n.</param>
    /// <param name="kernel">What the neighbours are weighted by.</param>
    /// <exception cref="ArgumentException">More neighbours or a larger perplexity are asked for than are known.</exception>
    public static ResolvedPerplexity ResolveGiven(Perplexity perplexity, NeighborCount neighbors, int known, int count, InputKernel kernel)
    {
        if (known == 0 && count > 1)
        {
            throw new ArgumentException($"The graph of {count} points has 0 neighbours per point. Give at least 1.", nameof(known));
        }

        if (!neighbors.IsAuto && !neighbors.IsAll && neighbors.Resolve(count, 0) > known)
        {
            throw new ArgumentException($"{neighbors} neighbours are asked for, but {known} of each point are given. Ask for at most {known}.", nameof(neighbors));
        }

        int itself = kernel == InputKernel.SmoothNearest ? 1 : 0;
        NeighborCount bounded = known == 0 ? NeighborCount.Auto : neighbors.IsAuto || neighbors.IsAll ? known + itself : neighbors;
        bool isPlain = kernel is InputKernel.Gaussian or InputKernel.Exponential && perplexity.Kind is PerplexityKind.Auto or PerplexityKind.Single;
        ResolvedPerplexity resolved = Resolve(perplexity, bounded, count, kernel);
        if (!isPlain || !neighbors.IsAuto || resolved.IsUniform)
        {
            return resolved;
        }

        int wanted = (int)(NeighborsPerPerplexity * resolved.Perplexity);
        return wanted <= known ? resolved with { Neighbors = wanted } : resolved with
        {
            Warning = new("D107", $"Perplexity {resolved.Perplexity:0.##} is made of {known} neighbours per point, all that are given, where 3 x perplexity are {wanted}. Give more of them, or use a perplexity of {known / 3.0:0.##}."),
        };
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
            ? new("D107", $"The default perplexity {Default} was reduced to {value:0.##}, the largest for {limit} (3 x perplexity neighbours). Set a perplexity to silence this.") { Number = value, Threshold = Default }
            : null;
        return new(value, neighbors.Resolve(count, value), false, warning);
    }

    private static ResolvedPerplexity ResolveSet(Perplexity perplexity, NeighborCount neighbors, int count)
    {
        if (perplexity.Kind == PerplexityKind.PerPoint && perplexity.Values.Length != count)
        {
            throw new ArgumentException($"There are {perplexity.Values.Length} perplexities, but {count} points. Give one for each point.", nameof(perplexity));
        }

        double value = perplexity.Value;
        RequirePossible(value, neighbors, count);
        int available = Available(neighbors, count);
        if (value >= available)
        {
            return Uniform(available, $"Perplexity {value} with as many neighbours leaves no choice");
        }

        ResolvedPerplexity resolved = new(value, neighbors.Resolve(count, value), false, null) { Request = perplexity, Scales = perplexity.Values.ToArray() };
        return perplexity.Kind == PerplexityKind.List ? resolved.WithOwnNeighbors(neighbors) : resolved;
    }

    /// <summary>Steps, scales and candidates: those that the points, the set neighbours and memory allow.</summary>
    private static ResolvedPerplexity ResolveLadder(Perplexity perplexity, NeighborCount neighbors, int count)
    {
        if (perplexity.Kind == PerplexityKind.Stepped)
        {
            RequirePossible(perplexity.Value, neighbors, count);
        }

        int available = neighbors.IsAuto ? Math.Min(count - 1, Math.Max(MostOwnEntries / Math.Max(1, count), (int)(NeighborsPerPerplexity * perplexity.Value))) : neighbors.Resolve(count, 0);
        Require(perplexity.Kind != PerplexityKind.Stepped || perplexity.Value < available, perplexity.Value,
            $"must be below the number of neighbours per point, {available}.", available - 1);
        double[] wanted = PerplexityLadder.Of(perplexity, count);
        double[] scales = [.. wanted.Where(scale => scale < available)];
        if (scales.Length == 0)
        {
            return ResolveDefault(neighbors, count);
        }

        double largest = scales.Max();
        FitWarning? warning = largest < wanted.Max()
            ? new("D107", $"Perplexities above {largest} were left out: {available} neighbours per point do not bear the largest, {wanted.Max()}.") { Number = largest, Threshold = wanted.Max() }
            : null;
        int most = neighbors.IsAuto ? Math.Min(available, (int)(NeighborsPerPerplexity * largest)) : available;
        return new ResolvedPerplexity(largest, most, false, warning) { Request = perplexity.With(scales), Scales = scales }.WithOwnNeighbors(neighbors);
    }

    private static ResolvedPerplexity ResolveSmooth(NeighborCount neighbors, int count)
    {
        int others = Math.Max(0, Math.Min(count, neighbors.IsAuto ? SmoothDefault : neighbors.Resolve(int.MaxValue, 0)) - 1);
        return new(0, others, others == 0, null) { Scales = [0] };
    }

    private static ResolvedPerplexity ResolveNearest(Perplexity perplexity, NeighborCount neighbors, int count)
    {
        if (perplexity.Kind is not (PerplexityKind.Auto or PerplexityKind.Single or PerplexityKind.List))
        {
            throw new ArgumentException($"Equal weights on the nearest neighbours have no perplexity '{perplexity}'. Set a number, a list or the number of neighbours.", nameof(perplexity));
        }

        double[] asked = !neighbors.IsAuto ? [neighbors.Resolve(count, 0)] : perplexity.IsAuto ? [Math.Min(Default, count - 1)] : perplexity.Values.ToArray();
        int[] own = Array.ConvertAll(asked, value => Math.Max(0, (int)value));
        Require(own.Max() <= Math.Max(0, count - 1), own.Max(), $"must be at most the number of other points, {count - 1}.", count - 1);
        return new(own.Max(), own.Max(), true, null) { Scales = asked, ScaleNeighbors = own };
    }

    /// <summary>Each scale sees what it would see alone, so that its affinities are those of a run with this scale only.</summary>
    private ResolvedPerplexity WithOwnNeighbors(NeighborCount neighbors) => neighbors.IsAuto
        ? this with { ScaleNeighbors = Array.ConvertAll(Scales, scale => Math.Min(Neighbors, (int)(NeighborsPerPerplexity * scale))) }
        : this;
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
