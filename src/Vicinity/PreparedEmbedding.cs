namespace Vicinity;

/// <summary>A fit whose data has become affinities and a start, and whose optimisation is still to be run.</summary>
public sealed class PreparedEmbedding
{
    private int phaseIndex;
    private int phaseIterations;
    private readonly RunTrail trail = new();
    private Phase? lastPhase;

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

    /// <summary>Runs what is left of the schedule.</summary>
    /// <param name="progress">Receives the loss after every 50 iterations and at the end of a phase; the loss is computed only for it.</param>
    /// <param name="cancellationToken">Stops between two iterations; the run then holds the last complete one, and may be completed later.</param>
    /// <exception cref="OperationCanceledException">The fit was cancelled.</exception>
    /// <exception cref="InvalidOperationException">A step left the range of numbers.</exception>
    public void Complete(IProgress<FitProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        for (; phaseIndex < ResolvedOptions.Schedule.Count; phaseIndex++, phaseIterations = 0)
        {
            CompletePhase(ResolvedOptions.Schedule[phaseIndex], progress, cancellationToken);
        }
    }

    /// <summary>The map as it stands.</summary>
    public EmbeddingModel Finish()
    {
        double error = Run.GradientError;
        Matrix map = Run.Snapshot();
        return new(
            map, Run.Loss, Run.NullLoss, Run.Iteration, ResolvedOptions, Report, [.. WithError(error), .. RunChecks.Find(End(map))], Run.LearnedParameters, error);
    }

    /// <summary>The warnings, and one if the gradient was less accurate than was asked for (D206).</summary>
    private IReadOnlyList<FitWarning> WithError(double error) => Run.Gradient is ParticleMesh mesh && error > mesh.Accuracy
        ? [.. Warnings, new("D206",
            $"The repulsive forces of the map are within {error:P1}, but {mesh.Accuracy:P1} was asked for. Ask for a smaller accuracy, or for exact gradients.") { Number = error, Threshold = mesh.Accuracy }]
        : Warnings;

    /// <summary>What the run came to, with its last fall of the loss; costs two losses.</summary>
    private RunEnd End(Matrix map)
    {
        RunEnd end = new(ResolvedOptions.Objective, ResolvedOptions.Optimizer, ResolvedOptions.Schedule, map)
        {
            Loss = Run.Loss,
            NullLoss = Run.NullLoss,
            Iterations = Run.Iteration,
            LastPhase = lastPhase,
        };
        return trail.Back(Run.Iteration) is not { } back ? end : end with
        {
            Window = Run.Iteration - back.Iteration,
            Fall = Math.Min(Run.LossAt(back.Map), Run.LossAt(RunTrail.AtSizeOf(back.Map, map))) - Run.Loss,
        };
    }

    private void CompletePhase(Phase phase, IProgress<FitProgress>? progress, CancellationToken cancellationToken)
    {
        while (phaseIterations < phase.Iterations)
        {
            int before = Run.Iteration;
            trail.Note(before, Run.Snapshot);
            int untilCheck = EmbeddingRun.CheckEvery - (before % EmbeddingRun.CheckEvery);
            try
            {
                Run.Advance(phase with { Iterations = Math.Min(untilCheck, phase.Iterations - phaseIterations) }, cancellationToken);
            }
            finally
            {
                phaseIterations += Run.Iteration - before;
                lastPhase = Run.Iteration > before ? phase : lastPhase;
            }

            progress?.Report(new("optimize", Run.Iteration, ResolvedOptions.Schedule.Sum(item => item.Iterations), Run.Loss));
            if (Run.Converged)
            {
                break;
            }
        }
    }
}
