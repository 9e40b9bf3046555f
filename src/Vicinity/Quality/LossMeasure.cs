namespace Vicinity;

/// <summary>The exact loss of a map, and its shares by point.</summary>
internal static class LossMeasure
{
    /// <summary>P of the data, then C over all pairs.</summary>
    /// <exception cref="ArgumentException">The perplexity cannot work with this data, or the map has more than 3 dimensions.</exception>
    public static (LossQuality Loss, double[]? Shares) Of(
        RowSpace data, Matrix map, Objective objective, Perplexity perplexity, int threads, CancellationToken cancellation)
    {
        RequireMeasurable(objective, map);
        ObjectiveInputs inputs = ObjectiveInputs.Build(data, objective, perplexity, NeighborCount.Auto, NeighborMethod.Exact, map.Columns, threads, _ => { }, cancellation);
        GradientInputs tables = inputs.At(inputs.Stages - 1, 1, cancellation).Inputs;
        IGradientEngine engine = GradientMethod.Exact.Create(objective, tables, map.Columns, threads);
        Coordinates positions = Coordinates.From(map);
        double loss = engine.Loss(positions);
        bool isPairWise = PointLosses.IsPairWise(objective.Reported);
        double resolved = inputs.Resolved?.Perplexity ?? 0;
        double[]? shares = isPairWise ? objective.Reported.Accept(new PointLosses(objective.Reported, tables.Affinities!, positions, loss)) : null;
        return (new()
        {
            Method = objective.Name,
            Loss = loss,
            NullLoss = engine.NullLoss,
            Perplexity = resolved,
            PerplexityCriterion = isPairWise ? (2 * loss) + (resolved / data.Count * Math.Log(data.Count)) : null,
        }, shares);
    }

    private static void RequireMeasurable(Objective objective, Matrix map)
    {
        if (objective.Learned != LearnedParameter.None)
        {
            throw new ArgumentException($"The loss of {objective.Name} depends on parameters that were learned with the map and are not part of it.", nameof(objective));
        }

        if (map.Columns > 3)
        {
            throw new ArgumentException($"The map has {map.Columns} dimensions, but a loss is measured in 1, 2 or 3.", nameof(map));
        }
    }
}
