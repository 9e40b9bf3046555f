namespace Vicinity;

/// <summary>Map and kernel parameters as one vector under one optimiser, from iteration 50 on; the map alone before.</summary>
internal sealed class JointDescent : IDescent
{
    private readonly PlainDescent before;
    private readonly JointEngine engine;
    private readonly PositiveParameters parameters;
    private readonly IOptimizer optimizer;
    private readonly Coordinates map;
    private readonly Coordinates both;

    /// <param name="engine">Cost and slopes.</param>
    /// <param name="parameters">What is learned.</param>
    /// <param name="mapOptimizer">For the map alone.</param>
    /// <param name="optimizer">For one dimension more than the map has.</param>
    /// <param name="positions">The map.</param>
    public JointDescent(IGradientEngine engine, PositiveParameters parameters, IOptimizer mapOptimizer, IOptimizer optimizer, Coordinates positions)
    {
        before = new(engine, mapOptimizer, positions);
        this.engine = new(engine, parameters, positions.Count, positions.Dimensions);
        this.parameters = parameters;
        this.optimizer = optimizer;
        map = positions;
        both = new(positions.Count, positions.Dimensions + 1);
    }

    public IReadOnlyList<double> Parameters => parameters.Values;

    public StepOutcome Step(Phase phase, int iteration)
    {
        if (iteration < AlternatingDescent.FirstIteration)
        {
            return before.Step(phase, iteration) == StepOutcome.OutOfRange ? StepOutcome.OutOfRange : StepOutcome.Moved;
        }

        map.All.CopyTo(both.All);
        Span<float> roots = both.Axis(map.Dimensions)[..parameters.Roots.Count];
        parameters.Roots.Axis(0)[..roots.Length].CopyTo(roots);
        StepOutcome outcome = optimizer.Step(engine, both, phase);
        if (outcome == StepOutcome.Moved)
        {
            both.All[..map.All.Length].CopyTo(map.All);
            roots.CopyTo(parameters.Roots.Axis(0));
            map.Center();
        }

        parameters.Apply(parameters.Roots.Axis(0));
        return outcome;
    }

    public void ObjectiveChanged()
    {
        before.ObjectiveChanged();
        optimizer.ObjectiveChanged(entirely: true);
    }

    public void Exchange(StateStore store)
    {
        before.Exchange(store);
        optimizer.Exchange(store.Inside("joint"));
        parameters.Exchange(store);
    }
}
