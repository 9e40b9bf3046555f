namespace Vicinity;

/// <summary>The checks of a map against its data: D3xx.</summary>
internal sealed class MapExamination
{
    private const double LeastOverlap = 0.5;
    private const double LeastAgreement = 0.5;
    private const double MostBetter = 1.1;
    private static readonly double[] Perplexities = [10, 30, 100];

    private readonly EmbeddingInput data;
    private readonly Matrix map;
    private readonly EmbeddingOptions options;
    private readonly DoctorOptions doctor;
    private readonly CancellationToken cancellation;

    /// <param name="data">n points, as the fit got them.</param>
    /// <param name="map">n positions.</param>
    /// <param name="options">How the map was made.</param>
    /// <param name="doctor">How thoroughly to look.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <exception cref="ArgumentException">The numbers of points differ.</exception>
    public MapExamination(EmbeddingInput data, Matrix map, EmbeddingOptions options, DoctorOptions doctor, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(data);
        if (data.Count != map.Rows)
        {
            throw new ArgumentException($"The data has {Counted.Of(data.Count, "row")}, but the map has {map.Rows:N0}. Both must describe the same points, in the same order.", nameof(data));
        }

        this.data = data;
        this.map = map;
        this.options = options;
        this.doctor = doctor;
        this.cancellation = cancellation;
    }

    /// <param name="others">Findings about the data and the run.</param>
    public DoctorReport Report(IEnumerable<FitWarning> others)
    {
        IReadOnlyList<string> leftOut = [.. LeftOutChecks.OfData(data, options.Metric, options.PcaComponents.Value > 0), .. LeftOutChecks.OfMap(data)];
        EmbeddingInput scaled = data.Scaled(options.Scaling, options.Threads);
        if (data is GraphInput or AffinityInput || Evidence(scaled, map, options.Metric, doctor.MostPoints) is not { } evidence)
        {
            return new(others) { LeftOut = leftOut };
        }

        EmbeddingInput points = scaled.Sample(evidence.Rows);
        double noise = points.Shuffled(doctor.Seed) is { } shuffled ? Fit(shuffled, Short).Structure : double.NaN;
        List<FitWarning> found = [.. others, .. IslandChecks.Find(evidence), .. PointChecks.Find(evidence)];
        Note(found, double.IsNaN(noise) ? null : NullComparison.Find(evidence.Structure, noise));
        StabilityReport? stability = doctor.IsDeep ? Stability.Assess(points, Short, mostPoints: doctor.MostPoints, cancellationToken: cancellation) : null;
        Note(found, stability is null ? null : Unstable(stability));
        found.AddRange(doctor.IsDeep ? OtherPerplexities(evidence, points) : []);
        return new(found)
        {
            Points = evidence.Rows,
            Quality = evidence.Measures,
            Structure = evidence.Structure,
            StructureOfNoise = noise,
            Stability = stability,
            LeftOut = leftOut,
        };
    }

    /// <summary>A fit of the points as they are, with the schedule of the objective.</summary>
    private EmbeddingOptions Short => options with
    {
        Scaling = InputScaling.None,
        Metric = options.Metric == Metric.Given ? Metric.Euclidean : options.Metric,
        Start = Start.Auto,
        Schedule = Schedule.Auto,
        Neighbors = NeighborCount.Auto,
        Perplexity = options.Perplexity.Kind == PerplexityKind.Single && (3 * options.Perplexity.Value) + 1 <= Math.Min(map.Rows, doctor.MostPoints) ? options.Perplexity : Perplexity.Auto,
        Gradient = GradientMethod.Auto,
    };

    private MapEvidence Fit(EmbeddingInput points, EmbeddingOptions how)
    {
        Matrix fitted = NeighborEmbedding.Fit(points, how, progress: null, cancellation).Map;
        return Evidence(points, fitted, how.Metric, int.MaxValue)!;
    }

    private MapEvidence? Evidence(EmbeddingInput points, Matrix positions, Metric metric, int mostPoints) =>
        MapEvidence.Build(some => points.Sample(some).Space(metric), positions, mostPoints, options.Threads, cancellation);

    private static FitWarning? Unstable(StabilityReport stability) => stability.MeanOverlap >= LeastOverlap ? null : new("D302",
        $"Maps from {stability.Starts} random starts share {stability.MeanOverlap:P0} of the neighbours of a point (islands agree by {stability.IslandAgreement:0.00}). Believe only what they share.")
    {
        Number = stability.MeanOverlap,
        Threshold = LeastOverlap,
        Points = [.. stability.Points.Where((_, at) => stability.NeighborOverlap[at] < LeastOverlap)],
    };

    /// <summary>D307: maps at other perplexities keep more neighbours, or show other groups.</summary>
    private IEnumerable<FitWarning> OtherPerplexities(MapEvidence evidence, EmbeddingInput points)
    {
        double[] possible = [.. Perplexities.Where(value => (3 * value) + 1 <= evidence.Count)];
        if (options.Objective.Input != ObjectiveInput.Affinities || possible.Length == 0)
        {
            yield break;
        }

        MapEvidence[] maps = [.. possible.Select(value => Fit(points, Short with { Perplexity = value }))];
        int best = Enumerable.Range(0, maps.Length).MaxBy(at => maps[at].Kept.Average());
        double ratio = maps[best].Kept.Average() / Math.Max(1e-3, evidence.Kept.Average());
        if (ratio > MostBetter)
        {
            yield return new("D307", $"At perplexity {possible[best]} a map keeps {ratio:0.00} times as many neighbours. Use that.")
            {
                Number = ratio,
                Threshold = MostBetter,
                Remedy = $"--perplexity {possible[best]}",
            };
        }

        double agreement = maps.Min(other => Islands.Agreement(evidence.Islands, other.Islands));
        if (agreement < LeastAgreement)
        {
            yield return new("D307", $"Maps at the perplexities {string.Join(", ", possible)} do not show the same islands (agreement {agreement:0.00}). Believe those that they share.")
            {
                Number = agreement,
                Threshold = LeastAgreement,
            };
        }
    }

    private static void Note(List<FitWarning> found, FitWarning? finding)
    {
        if (finding is not null)
        {
            found.Add(finding);
        }
    }
}
