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
    private const int BlockSize = 4096;

    private readonly int threads;
    private readonly Updates updates;
    private readonly Coordinates gains;
    private readonly Coordinates gradient;

    public DeltaBarDelta(int count, int dimensions, int threads)
    {
        this.threads = threads;
        updates = new(count, dimensions);
        gradient = new(count, dimensions);
        gains = new(count, dimensions);
        gains.All.Fill(1);
    }

    public StepOutcome Step(IGradientEngine engine, Coordinates positions, Phase phase)
    {
        engine.Gradient(positions, phase.Exaggeration, gradient);
        int stride = positions.Stride;
        bool[] inRange = new bool[Blocks.Count(stride, BlockSize)];
        Blocks.Run(stride, BlockSize, threads, (block, first, end) =>
        {
            for (int d = 0; d < positions.Dimensions; d++)
            {
                Range range = ((d * stride) + first)..((d * stride) + end);
                Update(updates.All[range], gains.All[range], gradient.All[range], (float)phase.LearningRate.Value, (float)phase.Momentum);
            }

            inRange[block] = updates.Cut(phase.MaximalStep, first, end);
        });
        if (!inRange.All(yes => yes))
        {
            return StepOutcome.OutOfRange;
        }

        updates.Move(positions, threads);
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
        Lanes least = Lanes.Broadcast(MinimalGain);
        for (int i = 0; i < update.Length; i += Lanes.Count)
        {
            Lanes u = Lanes.Load(update[i..]);
            Lanes g = Lanes.Load(gradient[i..]);
            Lanes own = Lanes.Load(gain[i..]);
            Lanes next = Lanes.Max(Lanes.Select(Agree(u, g), own * Lanes.Broadcast(GainDecay), own + Lanes.Broadcast(GainGrowth)), least);
            next.Store(gain[i..]);
            ((Lanes.Broadcast(momentum) * u) - (Lanes.Broadcast(rate) * next * g)).Store(update[i..]);
        }
    }

    /// <summary>Zero has a sign of its own, so that the first gain is 1.2.</summary>
    private static LaneMask Agree(Lanes a, Lanes b) =>
        ((a > Lanes.Zero) & (b > Lanes.Zero)) | ((a < Lanes.Zero) & (b < Lanes.Zero)) | (Lanes.AreEqual(a, Lanes.Zero) & Lanes.AreEqual(b, Lanes.Zero));
}
