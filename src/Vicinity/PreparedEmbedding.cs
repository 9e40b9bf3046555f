namespace Vicinity;

/// <summary>A fit whose data has become affinities and a start, and whose optimisation is still to be run.</summary>
public sealed class PreparedEmbedding
{
    private int phaseIndex;
    private int phaseIterations;
    private readonly RunTrail trail = new();

    internal PreparedEmbedding(EmbeddingRun run, EmbeddingOptions resolvedOptions, PreparationReport report, IReadOnlyList<FitWarning> warnings)
    {
        Run = run;
        ResolvedOptions = resolvedOptions;
        Report = report;
        Warnings = warnings;
    }

    /// <summary>The optimisation at its present iteration.</summary>
    public EmbeddingRun Run { get; }

    /// <summary>The options with every automatic choice replaced by what was chosen.</summary>
    public EmbeddingOptions ResolvedOptions { get; }

    /// <summary>How true reduction and neighbours are to the data.</summary>
    public PreparationReport Report { get; }

    /// <summary>What the user should know about the data and the choices.</summary>
    public IReadOnlyList<FitWarning> Warnings { get; }

    /// <summary>The rows as neighbours were looked for, for models.</summary>
    internal TrainingData? Training { get; init; }

    /// <summary>Runs what is left of the schedule.</summary>
    /// <param name="progress">Receives the loss after every 50 iterations and at the end of a phase; the loss is computed only for it.</param>
    /// <param name="cancellationToken">Stops between two iterations; the run then holds the last complete one, and may be completed later.</param>
    /// <exception cref="OperationCanceledException">The fit was cancelled.</exception>
    /// <exception cref="InvalidOperationException">A step left the range of numbers.</exception>
    public void Complete(IProgress<FitProgress>? progress = null, CancellationToken cancellationToken = default) =>
        CompleteWith(progress, onIteration: null, cancellationToken);

    /// <summary>The run and its place in the schedule as they stand; see <see cref="EmbeddingRun.Save()"/>.</summary>
    public RunState Save() => Run.Save(Exchange);

    /// <summary>Goes to a state that <see cref="Save"/> has given, here or in a fit of the same data with the same options.</summary>
    /// <param name="state">The state.</param>
    /// <exception cref="InvalidDataException">The state is of another run; the message says what differs. The fit is as before.</exception>
    public void Restore(RunState state)
    {
        ArgumentNullException.ThrowIfNull(state);
        (int, int) before = (phaseIndex, phaseIterations);
        try
        {
            Run.Restore(state, Exchange);
        }
        catch
        {
            (phaseIndex, phaseIterations) = before;
            throw;
        }
    }

    /// <summary>Runs what is left of the schedule.</summary>
    /// <param name="progress">See above.</param>
    /// <param name="onIteration">Called after every iteration, before the next one begins.</param>
    /// <param name="cancellationToken">Stops between two iterations.</param>
    internal void CompleteWith(IProgress<FitProgress>? progress, Action? onIteration, CancellationToken cancellationToken)
    {
        for (; phaseIndex < ResolvedOptions.Schedule.Count; phaseIndex++, phaseIterations = 0)
        {
            CompletePhase(ResolvedOptions.Schedule[phaseIndex], progress, onIteration, cancellationToken);
        }
    }

    /// <summary>The map as it stands.</summary>
    public EmbeddingModel Finish()
    {
        double error = Run.GradientError;
        Matrix map = Run.Snapshot();
        return new(
            map, Run.Loss, Run.NullLoss, Run.Iteration, ResolvedOptions, Report, [.. WithError(error), .. RunChecks.Find(End(map))], Run.LearnedParameters, error)
        {
            Training = Training,
        };
    }

    /// <summary>The warnings, and one if the gradient was less accurate than was asked for (D206).</summary>
    private IReadOnlyList<FitWarning> WithError(double error) => Run.Gradient is ParticleMesh mesh && error > mesh.Accuracy
        ? [.. Warnings, new("D206",
            $"The repulsive forces of the map are within {error:P1}, but {mesh.Accuracy:P1} was asked for. Ask for a smaller accuracy, or for exact gradients.") { Number = error, Threshold = mesh.Accuracy }]
        : Warnings;

    /// <summary>D201 of a run whose past is not known, by some iterations more, which are taken back.</summary>
    internal IReadOnlyList<FitWarning> LookAhead(CancellationToken cancellation)
    {
        if (LastPhase is not { } phase)
        {
            return [];
        }

        RunState now = Save();
        trail.Note(Run.Iteration, Run.Snapshot);
        Run.Advance(phase with { Iterations = RunTrail.Usual, Tolerance = 0, Stretch = 1 }, cancellation);
        FitWarning[] found = [.. RunChecks.Find(End(Run.Snapshot())).Where(warning => warning.Code == "D201")];
        Restore(now);
        return found;
    }

    /// <summary>The phase of the last iteration; null before the first.</summary>
    private Phase? LastPhase => ResolvedOptions.Schedule.Take(phaseIndex + (phaseIterations > 0 ? 1 : 0)).LastOrDefault(phase => phase.Iterations > 0);

    /// <summary>What the run came to, with its last fall of the loss; costs two losses.</summary>
    private RunEnd End(Matrix map)
    {
        RunEnd end = new(ResolvedOptions.Objective, ResolvedOptions.Optimizer, ResolvedOptions.Schedule, map)
        {
            Loss = Run.Loss,
            NullLoss = Run.NullLoss,
            Iterations = Run.Iteration,
            LastPhase = LastPhase,
        };
        return trail.Back(Run.Iteration) is not { } back ? end : end with
        {
            Window = Run.Iteration - back.Iteration,
            Fall = Math.Min(Run.LossAt(back.Map), Run.LossAt(RunTrail.AtSizeOf(back.Map, map))) - Run.Loss,
        };
    }

    private void Exchange(StateStore store)
    {
        phaseIndex = store.Count("phase", phaseIndex, 0, ResolvedOptions.Schedule.Count);
        phaseIterations = store.Count("done", phaseIterations);
    }

    /// <summary>Until the end of the phase or until it converges; a phase that has come back from a state may have done so already.</summary>
    private void CompletePhase(Phase phase, IProgress<FitProgress>? progress, Action? onIteration, CancellationToken cancellationToken)
    {
        bool isOver = Run.Converged && phaseIterations > 0;
        while (phaseIterations < phase.Iterations && !isOver)
        {
            int untilCheck = EmbeddingRun.CheckEvery - (Run.Iteration % EmbeddingRun.CheckEvery);
            Advance(phase, onIteration is null ? Math.Min(untilCheck, phase.Iterations - phaseIterations) : 1, cancellationToken);
            isOver = Run.Converged;
            onIteration?.Invoke();
            if (isOver || phaseIterations == phase.Iterations || Run.Iteration % EmbeddingRun.CheckEvery == 0)
            {
                progress?.Report(new("optimize", Run.Iteration, ResolvedOptions.Schedule.Sum(item => item.Iterations), Run.Loss));
            }
        }
    }

    private void Advance(Phase phase, int iterations, CancellationToken cancellationToken)
    {
        int before = Run.Iteration;
        trail.Note(before, Run.Snapshot);
        try
        {
            Run.Advance(phase with { Iterations = iterations, Stretch = phaseIterations == 0 ? phase.Stretch : 1 }, cancellationToken);
        }
        finally
        {
            phaseIterations += Run.Iteration - before;
        }
    }
}
