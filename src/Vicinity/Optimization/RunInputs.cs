namespace Vicinity;

/// <summary>What the engines of a run read, stage by stage.</summary>
internal sealed class RunInputs
{
    private readonly Func<int, CancellationToken, StageInputs> at;

    private RunInputs(int stages, Func<int, CancellationToken, StageInputs> at)
    {
        this.at = at;
        Stages = stages;
        GradientInputs first = at(0, default).Inputs;
        Count = first.Affinities?.Count ?? (first.Distances ?? first.DistanceShares)?.Count ?? 0;
        Distances = first.Distances;
    }

    /// <summary>Stages of the run, at least 1.</summary>
    public int Stages { get; }

    /// <summary>Points.</summary>
    public int Count { get; private init; }

    /// <summary>The distances that the objective compares, the same in all stages; null if it compares none.</summary>
    public PairMatrix? Distances { get; private init; }

    /// <summary>The inputs made of a data set, for a run of so many iterations, in which the stages lie.</summary>
    public static RunInputs From(ObjectiveInputs inputs, int iterations) =>
        new(inputs.Stages, (stage, cancellation) => inputs.At(stage, iterations, cancellation));

    /// <summary>Distances of a sample of the points, for a run without iterations.</summary>
    /// <param name="inputs">Of the sampled points alone.</param>
    /// <param name="points">Which they are.</param>
    /// <param name="count">All points.</param>
    /// <param name="factor">What the cost of the sample is multiplied by.</param>
    public static RunInputs OfSample(ObjectiveInputs inputs, int[] points, int count, double factor) => new(1, (_, cancellation) =>
    {
        StageInputs only = inputs.At(0, 0, cancellation);
        return only with { Inputs = only.Inputs with { Sample = points, SampleFactor = factor } };
    }) { Count = count, Distances = null };

    /// <summary>The inputs that given affinities are, for an objective that needs no others.</summary>
    /// <exception cref="ArgumentException">The objective needs precisions that the affinities do not have.</exception>
    public static RunInputs From(Affinities affinities, Objective objective)
    {
        Objective reader = objective.Parts[0].Part;
        if (affinities.Form != reader.AffinityForm)
        {
            throw new ArgumentException(
                $"{objective.Name} is a {reader.Normalization} cost and needs affinities of the form {reader.AffinityForm}, but these are {affinities.Form}. "
                + $"Build them with {nameof(AffinityForm)}.{reader.AffinityForm}.", nameof(affinities));
        }

        bool isTransferred = reader.OutputPrecision == OutputPrecision.Transfer;
        if (reader.OutputPrecision == OutputPrecision.Scale || (isTransferred && affinities.Precisions.Length != affinities.Count))
        {
            throw new ArgumentException(
                $"{objective.Name} needs the precisions of {reader.OutputPrecision}, which these affinities do not have. Fit it from the data.", nameof(objective));
        }

        StageInputs only = new(0, new()
        {
            Affinities = affinities,
            Parameters = new()
            {
                Precision = isTransferred ? affinities.Precisions.ToArray() : null,
                Theta = reader.PointParameter == 1 ? null : [.. Enumerable.Repeat(reader.PointParameter, affinities.Count)],
            },
        });
        return new(1, (_, _) => only);
    }

    /// <summary>What is read from a stage on.</summary>
    public StageInputs At(int stage, CancellationToken cancellation) => at(stage, cancellation);
}
