namespace Vicinity;

/// <summary>The descent of a map alone.</summary>
internal sealed class PlainDescent(IGradientEngine engine, IOptimizer optimizer, Coordinates positions, int threads = 1) : IDescent
{
    public IReadOnlyList<double> Parameters => [];

    public StepOutcome Step(Phase phase, int iteration)
    {
        StepOutcome outcome = optimizer.Step(engine, positions, phase);
        if (outcome == StepOutcome.Moved)
        {
            positions.Center(threads);
        }

        return outcome;
    }

    public void ObjectiveChanged() => optimizer.ObjectiveChanged(entirely: true);

    public void Exchange(StateStore store) => optimizer.Exchange(store.Inside("map"));
}
