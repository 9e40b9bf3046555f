namespace Vicinity;

/// <summary>The affinities of a run, stage by stage: one stage for a perplexity or a list of them, several for steps and scales that come one by one.</summary>
internal sealed class AffinitySchedule
{
    /// <summary>Stages change in this first part of the iterations: one fifth.</summary>
    private const int StagedPart = 5;

    private readonly PerplexityKind kind;
    private readonly Affinities[] scales;
    private readonly int threads;

    private AffinitySchedule(ResolvedPerplexity resolved, Affinities[] scales, int threads)
    {
        Resolved = resolved;
        kind = resolved.Request.Kind;
        this.scales = scales;
        this.threads = threads;
    }

    /// <summary>The perplexities; a choice among several has become one.</summary>
    public ResolvedPerplexity Resolved { get; }

    /// <summary>Number of stages, at least 1.</summary>
    public int Stages => kind is PerplexityKind.Stepped or PerplexityKind.MultiScale ? scales.Length : 1;

    /// <summary>Calibrates every scale.</summary>
    /// <param name="graph">With the neighbours of <paramref name="resolved"/>.</param>
    /// <param name="resolved">What was asked for, as possible for this graph.</param>
    /// <param name="recipe">What becomes of the distances.</param>
    /// <param name="consume">Whether the graph may give its memory away; it must not be used again.</param>
    /// <param name="threads">Cores to use, at least 1.</param>
    /// <param name="cancellation">Stops the search.</param>
    public static AffinitySchedule Build(
        NeighborGraph graph, ResolvedPerplexity resolved, AffinityRecipe recipe, bool consume, int threads, CancellationToken cancellation)
    {
        ResolvedPerplexity chosen = resolved.Request.Kind == PerplexityKind.Best ? Best(graph, resolved, threads, cancellation) : resolved;
        int count = chosen.Request.Kind == PerplexityKind.PerPoint ? 1 : chosen.Scales.Length;
        bool release = consume && count == 1;
        Affinities[] scales = [.. Enumerable.Range(0, count).Select(scale =>
        {
            NeighborGraph own = Own(graph, chosen, scale);
            Calibration calibration = chosen.IsUniform
                ? Calibration.Uniform(own, recipe)
                : Calibration.Of(own, count == 1 ? chosen.Scales : [chosen.Scales[scale]], recipe, release, threads, cancellation);
            return Affinities.From(own, calibration, recipe, release, threads, cancellation);
        })];
        return new(chosen, scales, threads);
    }

    /// <summary>The first iteration of a stage in a run of <paramref name="iterations"/>: stage l of L at (l - 1) T / (L - 1), T a fifth of all, rounded up.</summary>
    public int FirstIteration(int stage, int iterations)
    {
        long staged = (iterations + StagedPart - 1) / StagedPart;
        int steps = Stages - 1;
        return stage == 0 ? 0 : (int)(((stage * staged) + steps - 1) / steps);
    }

    /// <summary>The affinities of each scale that is present in a stage.</summary>
    public ReadOnlySpan<Affinities> Scales(int stage) => kind switch
    {
        PerplexityKind.Stepped => scales.AsSpan(stage, 1),
        PerplexityKind.MultiScale => scales.AsSpan(0, stage + 1),
        _ => scales,
    };

    /// <summary>All scales of all stages.</summary>
    public ReadOnlySpan<Affinities> AllScales => scales;

    /// <summary>The scale with the most points that have no bandwidth of their own.</summary>
    public Affinities Worst() => scales.MaxBy(scale => scale.TiedCount + scale.MissedCount)!;

    /// <summary>The perplexities of <see cref="Scales"/>; that of a row is the largest if there is one per point.</summary>
    public double[] Perplexities(int stage) => kind switch
    {
        PerplexityKind.PerPoint => [Resolved.Perplexity],
        PerplexityKind.Stepped => [Resolved.Scales[stage]],
        PerplexityKind.MultiScale => Resolved.Scales[..(stage + 1)],
        _ => Resolved.Scales,
    };

    /// <summary>P of a stage: the average over the scales that are present.</summary>
    public Affinities At(int stage, CancellationToken cancellation) => Affinities.Average(Scales(stage).ToArray(), threads, cancellation);

    /// <summary>The first candidate after which the mean intrinsic dimension decreases; the last if it never does.</summary>
    private static ResolvedPerplexity Best(NeighborGraph graph, ResolvedPerplexity resolved, int threads, CancellationToken cancellation)
    {
        double best = double.NegativeInfinity;
        int chosen = 0;
        for (int scale = 0; scale < resolved.Scales.Length; scale++)
        {
            double[] dimensions = Calibration.Of(Own(graph, resolved, scale), [resolved.Scales[scale]], new(), overwrite: false, threads, cancellation).Dimensions;
            double mean = dimensions.Average();
            if (mean < best)
            {
                break;
            }

            (best, chosen) = (mean, scale);
        }

        double value = resolved.Scales[chosen];
        int neighbors = Own(graph, resolved, chosen).NeighborsPerPoint;
        return new(value, neighbors, false, resolved.Warning) { ScaleNeighbors = [neighbors] };
    }

    private static NeighborGraph Own(NeighborGraph graph, ResolvedPerplexity resolved, int scale) =>
        resolved.ScaleNeighbors.Length == 0 ? graph : graph.Nearest(resolved.ScaleNeighbors[scale]);
}
