namespace Vicinity;

/// <summary>Nesterov's accelerated gradient with restarts: u = m u - rate g(y + m u), y = y + u, m = 1 - 3 / (5 + t).</summary>
/// <remarks>
/// t counts the steps since the last restart, which comes when the cost has risen (O'Donoghue and Candes 2015). The momentum of the phase
/// is not read. The step of a point is cut to the phase's longest.
/// </remarks>
internal sealed class NesterovDescent(int count, int dimensions) : IOptimizer
{
    private readonly Updates updates = new(count, dimensions);
    private readonly Coordinates gradient = new(count, dimensions);
    private readonly Coordinates ahead = new(count, dimensions);
    private int stepsSinceRestart;
    private double exaggeration = double.NaN;
    private double lastCost = double.PositiveInfinity;

    public StepOutcome Step(IGradientEngine engine, Coordinates positions, Phase phase)
    {
        RestartIfRising(engine.Cost(positions, phase.Exaggeration), phase.Exaggeration);
        float momentum = stepsSinceRestart == 0 ? 0 : (float)(1 - (3.0 / (5 + stepsSinceRestart)));
        LookAhead(positions, momentum);
        engine.Gradient(ahead, phase.Exaggeration, gradient);
        for (int d = 0; d < positions.Dimensions; d++)
        {
            Span<float> update = updates.Axis(d);
            for (int i = 0; i < update.Length; i++)
            {
                update[i] = (momentum * update[i]) - ((float)phase.LearningRate.Value * gradient.Axis(d)[i]);
            }
        }

        if (!updates.Cut(phase.MaximalStep))
        {
            return StepOutcome.OutOfRange;
        }

        updates.Move(positions);
        stepsSinceRestart++;
        return StepOutcome.Moved;
    }

    public void ObjectiveChanged(bool entirely)
    {
        lastCost = double.PositiveInfinity;
        stepsSinceRestart = entirely ? 0 : stepsSinceRestart;
    }

    public void Exchange(StateStore store)
    {
        updates.Exchange(store);
        stepsSinceRestart = store.Count("steps", stepsSinceRestart);
        exaggeration = store.Number("exaggeration", exaggeration);
        lastCost = store.Number("cost", lastCost);
    }

    private void RestartIfRising(double cost, double exaggerationNow)
    {
        if (exaggerationNow != exaggeration)
        {
            ObjectiveChanged(entirely: true);
            exaggeration = exaggerationNow;
        }

        if (cost > lastCost)
        {
            stepsSinceRestart = 0;
        }

        lastCost = cost;
    }

    private void LookAhead(Coordinates positions, float momentum)
    {
        for (int d = 0; d < positions.Dimensions; d++)
        {
            ReadOnlySpan<float> update = updates.Axis(d);
            Span<float> target = ahead.Axis(d);
            for (int i = 0; i < update.Length; i++)
            {
                target[i] = positions.Axis(d)[i] + (momentum * update[i]);
            }
        }
    }
}
