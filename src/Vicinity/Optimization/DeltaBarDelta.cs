namespace Vicinity;

/// <summary>Gradient descent with momentum and a gain per coordinate (Jacobs 1988, as used by van der Maaten and Hinton 2008).</summary>
/// <remarks>
/// Element by element: gain + 0.2 where the gradient disagrees in sign with the last update (which means progress: the update points
/// downhill), else 0.8 gain, at least 0.01; u = momentum u - rate gain g; y = y + u. The step of a point is cut to the phase's longest,
/// in u too.
/// </remarks>
internal sealed class DeltaBarDelta : IOptimizer
{
    private const float GainGrowth = 0.2f;
    private const float GainDecay = 0.8f;
    private const float MinimalGain = 0.01f;

    private readonly Updates updates;
    private readonly Coordinates gains;
    private readonly Coordinates gradient;

    public DeltaBarDelta(int count, int dimensions)
    {
        updates = new(count, dimensions);
        gradient = new(count, dimensions);
        gains = new(count, dimensions);
        gains.All.Fill(1);
    }

    public StepOutcome Step(IGradientEngine engine, Coordinates positions, Phase phase)
    {
        engine.Gradient(positions, phase.Exaggeration, gradient);
        for (int d = 0; d < positions.Dimensions; d++)
        {
            Update(updates.Axis(d), gains.Axis(d), gradient.Axis(d), (float)phase.LearningRate.Value, (float)phase.Momentum);
        }

        if (!updates.Cut(phase.MaximalStep))
        {
            return StepOutcome.OutOfRange;
        }

        updates.Move(positions);
        return StepOutcome.Moved;
    }

    /// <summary>Nothing: steps and gains are worth keeping when the objective changes.</summary>
    public void ObjectiveChanged(bool entirely)
    {
    }

    public void Exchange(StateStore store)
    {
        updates.Exchange(store);
        store.Exchange("gains", gains.All);
    }

    private static void Update(Span<float> update, Span<float> gain, ReadOnlySpan<float> gradient, float rate, float momentum)
    {
        for (int i = 0; i < update.Length; i++)
        {
            // Zero has a sign of its own, so that the first gain is 1.2.
            float grown = Sign(gradient[i]) != Sign(update[i]) ? gain[i] + GainGrowth : gain[i] * GainDecay;
            gain[i] = Math.Max(grown, MinimalGain);
            update[i] = (momentum * update[i]) - (rate * gain[i] * gradient[i]);
        }
    }

    private static int Sign(float value) => value > 0 ? 1 : value < 0 ? -1 : 0;
}
