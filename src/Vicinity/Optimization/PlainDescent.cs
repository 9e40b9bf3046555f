namespace Vicinity;

/// <summary>The descent of a map alone.</summary>
internal sealed class PlainDescent(IGradientEngine engine, IOptimizer optimizer, Coordinates positions, int threads = 1) : IDescent
{
    private readonly ScaleSlope slope = new(engine, threads);

    public IReadOnlyList<double> Parameters => [];

    public StepOutcome Step(Phase phase, int iteration)
    {
        slope.IsWanted = phase.Grows;
        StepOutcome outcome = optimizer.Step(slope, positions, phase);
        if (outcome == StepOutcome.Moved)
        {
            positions.Center(threads, phase.Grows ? (float)slope.Growth : 1);
        }

        return outcome;
    }

    public void ObjectiveChanged() => optimizer.ObjectiveChanged(entirely: true);

    public void Exchange(StateStore store) => optimizer.Exchange(store.Inside("map"));
}
