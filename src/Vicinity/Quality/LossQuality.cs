namespace Vicinity;

/// <summary>The loss of an objective at the map, exactly.</summary>
public sealed record LossQuality
{
    /// <summary>The method's name.</summary>
    public required string Method { get; init; }

    /// <summary>The cost C of the true P, in nats for costs of probabilities.</summary>
    public required double Loss { get; init; }

    /// <summary>The cost of a map in which all points are alike; may be infinite.</summary>
    public required double NullLoss { get; init; }

    /// <summary>Loss / NullLoss: about 1 if the map shows nothing; 1, too, if there is nothing to show.</summary>
    public double NormalizedLoss => Math.Abs(NullLoss) > LeastNullLoss ? Loss / NullLoss : 1;

    /// <summary>U of the affinities; 0 if the method has none.</summary>
    public required double Perplexity { get; init; }

    /// <summary>pBIC = 2 KL + (U / n) ln n: the perplexity at which it is least is a good one (Cao and Wang 2017).</summary>
    /// <remarks>Null unless the cost is the Kullback-Leibler divergence over all pairs.</remarks>
    public double? PerplexityCriterion { get; init; }

    /// <summary>About what is left of 0 when P is rounded to float.</summary>
    private const double LeastNullLoss = 1e-6;
}
