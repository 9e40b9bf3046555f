namespace Vicinity;

/// <summary>Where an optimiser and an objective become a descent: of the map alone, or of kernel parameters with it.</summary>
internal static class Descents
{
    /// <summary>A descent from the positions, which it moves.</summary>
    public static IDescent Create(StagedEngine engine, Objective objective, Coordinates positions, Optimizer optimizer, ParameterDescent kind, int threads)
    {
        IOptimizer ofTheMap = OptimizerChoice.Create(optimizer, () => engine.Affinities, positions.Count, positions.Dimensions, threads);
        LearnedParameter learned = objective.Parts[0].Part.Learned;
        if (learned == LearnedParameter.None)
        {
            return new PlainDescent(engine, ofTheMap, positions, threads);
        }

        PositiveParameters parameters = new(engine, engine.Parameters, learned, positions.Count, objective.Parts[0].Part.IsLearnedShared);
        return kind == ParameterDescent.Joint
            ? new JointDescent(engine, parameters, ofTheMap, OptimizerChoice.CreateFor(optimizer, positions.Count, positions.Dimensions + 1, threads), positions)
            : new AlternatingDescent(engine, parameters, ofTheMap, OptimizerChoice.CreateFor(optimizer, parameters.Roots.Count, 1, threads), positions);
    }
}
