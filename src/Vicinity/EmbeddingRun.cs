namespace Vicinity;

/// <summary>An optimisation whose loop belongs to the caller: advance, look, advance.</summary>
/// <remarks>How a run is cut into calls of <see cref="Advance"/> does not change its bits.</remarks>
public sealed class EmbeddingRun
{
    /// <summary>Iterations between two tests of convergence, counted from the start of the run.</summary>
    internal const int CheckEvery = 50;

    private readonly Objective objective;
    private readonly IGradientEngine engine;
    private readonly DeltaBarDelta optimizer;
    private readonly Coordinates positions;
    private readonly Coordinates gradient;
    private double? loss;
    private double? lossAtLastCheck;

    /// <summary>Begins a run at a start.</summary>
    /// <param name="affinities">P; its form must belong to the objective's normalisation.</param>
    /// <param name="start">n x dimensions positions, 1 ... 3 dimensions; copied.</param>
    /// <param name="objective">What is descended.</param>
    /// <param name="threads">Cores to use, at least 1; the bits do not depend on it; 0 is all.</param>
    /// <exception cref="ArgumentException">The three do not fit together, or a start is not finite.</exception>
    public EmbeddingRun(Affinities affinities, Matrix start, Objective objective, int threads = 0)
    {
        ArgumentNullException.ThrowIfNull(affinities);
        ArgumentNullException.ThrowIfNull(start);
        ArgumentNullException.ThrowIfNull(objective);
        ThrowIfUnfit(affinities, start, objective);
        this.objective = objective;
        engine = ExactGradient.Create(objective, affinities, start.Columns, Cores.Resolve(threads));
        positions = Coordinates.From(start);
        gradient = new(start.Rows, start.Columns);
        optimizer = new(start.Rows, start.Columns);
    }

    /// <summary>Iterations done so far.</summary>
    public int Iteration { get; private set; }

    /// <summary>The cost at the present positions, of the true P, in nats.</summary>
    public double Loss => loss ??= engine.Loss(positions);

    /// <summary>The cost of a map in which all points are alike (q uniform), in nats.</summary>
    public double NullLoss => engine.NullLoss;

    /// <summary>True once a phase with a tolerance has stopped early.</summary>
    public bool Converged { get; private set; }

    /// <summary>Runs a phase, or what is left of it until it converges; a cancelled phase leaves the last complete iteration.</summary>
    /// <param name="phase">How long, and with which settings; an automatic rate is resolved.</param>
    /// <param name="cancellationToken">Stops between two iterations.</param>
    /// <returns>The phase as resolved, with the iterations that were really done.</returns>
    /// <exception cref="OperationCanceledException">The run was cancelled; <see cref="Snapshot"/> holds the last complete iteration.</exception>
    /// <exception cref="InvalidOperationException">A step left the range of numbers; the message names the iteration and the cure.</exception>
    public Phase Advance(Phase phase, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(phase);
        Phase resolved = phase.Resolve(objective.Normalization, positions.Count);
        int begin = Iteration;
        Converged = false;
        lossAtLastCheck = resolved.CanConverge ? lossAtLastCheck : null;
        while (Iteration - begin < resolved.Iterations && !Converged)
        {
            cancellationToken.ThrowIfCancellationRequested();
            Iterate(resolved);
            Converged = resolved.CanConverge && Iteration % CheckEvery == 0 && StandsStill(resolved.Tolerance);
        }

        return resolved with { Iterations = Iteration - begin };
    }

    /// <summary>The positions now; n x dimensions.</summary>
    public Matrix Snapshot() => positions.ToMatrix();

    private void Iterate(Phase phase)
    {
        engine.Gradient(positions, phase.Exaggeration, gradient);
        if (!optimizer.Step(positions, gradient, phase.LearningRate.Value, phase.Momentum))
        {
            throw new InvalidOperationException(
                $"Iteration {Iteration + 1} left the range of numbers at learning rate {phase.LearningRate}. Use a smaller one, or the automatic rate.");
        }

        loss = null;
        Iteration++;
    }

    /// <summary>Relative change of the loss per iteration since the last check; a loss that rises is not convergence.</summary>
    private bool StandsStill(double tolerance)
    {
        double? before = lossAtLastCheck;
        lossAtLastCheck = Loss;
        double smaller = Math.Min(Math.Abs(Loss), Math.Abs(before ?? double.NaN));
        return Loss <= before && (before.Value - Loss) / CheckEvery <= tolerance * smaller;
    }

    private static void ThrowIfUnfit(Affinities affinities, Matrix start, Objective objective)
    {
        if (affinities.Form != objective.AffinityForm)
        {
            throw new ArgumentException(
                $"{objective.Name} is a {objective.Normalization} cost and needs affinities of the form {objective.AffinityForm}, but these are {affinities.Form}. "
                + $"Build them with {nameof(AffinityForm)}.{objective.AffinityForm}.", nameof(affinities));
        }

        if (start.Rows != affinities.Count)
        {
            throw new ArgumentException($"The start has {start.Rows} points, but the affinities have {affinities.Count}.", nameof(start));
        }

        if (start.Columns > 3)
        {
            throw new ArgumentException($"The start has {start.Columns} dimensions; a map has 1, 2 or 3.", nameof(start));
        }

        start.ThrowIfNotFinite(nameof(start));
    }
}
