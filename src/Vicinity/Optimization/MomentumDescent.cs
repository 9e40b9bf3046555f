namespace Vicinity;

/// <summary>Gradient descent with momentum (Polyak 1964): u = momentum u - rate g; y = y + u; the step of a point is cut to the phase's longest.</summary>
internal sealed class MomentumDescent(int count, int dimensions) : IOptimizer
{
    private readonly Updates updates = new(count, dimensions);
    private readonly Coordinates gradient = new(count, dimensions);

    public StepOutcome Step(IGradientEngine engine, Coordinates positions, Phase phase)
    {
        engine.Gradient(positions, phase.Exaggeration, gradient);
        (float rate, float momentum) = ((float)phase.LearningRate.Value, (float)phase.Momentum);
        for (int d = 0; d < positions.Dimensions; d++)
        {
            Span<float> update = updates.Axis(d);
            ReadOnlySpan<float> slope = gradient.Axis(d);
            for (int i = 0; i < update.Length; i++)
            {
                update[i] = (momentum * update[i]) - (rate * slope[i]);
            }
        }

        if (!updates.Cut(phase.MaximalStep))
        {
            return StepOutcome.OutOfRange;
        }

        updates.Move(positions);
        return StepOutcome.Moved;
    }

    /// <summary>Nothing: the steps are worth keeping when the objective changes.</summary>
    public void ObjectiveChanged(bool entirely)
    {
    }

    public void Exchange(StateStore store) => updates.Exchange(store);
}
