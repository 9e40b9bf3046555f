namespace Vicinity;

/// <summary>An optimisation whose loop belongs to the caller: advance, look, advance.</summary>
/// <remarks>How a run is cut into calls of <see cref="Advance"/> does not change its bits; a <see cref="Phase.Stretch"/> belongs to the first of them.</remarks>
public sealed partial class EmbeddingRun
{
    /// <summary>Iterations between two tests of convergence, counted from the start of the run.</summary>
    internal const int CheckEvery = 50;

    /// <summary>Within this share of the loss of a map in which all points are alike a small start is a saddle, where all losses stand still.</summary>
    private const double Folded = 1e-4;

    private readonly Optimizer optimizer;
    private readonly ParameterDescent parameterDescent;
    private readonly int threads;
    private readonly StagedEngine engine;
    private readonly Coordinates positions;
    private Objective objective;
    private RunInputs inputs;
    private IDescent descent;
    private double? loss;
    private double? lossAtLastCheck;

    /// <summary>Begins a run at a start.</summary>
    /// <param name="affinities">P; its form must belong to the objective's normalisation.</param>
    /// <param name="start">n x dimensions positions, 1 ... 3 dimensions; copied.</param>
    /// <param name="objective">What is descended; one that reads distances of the data needs <see cref="NeighborEmbedding"/>.</param>
    /// <param name="threads">Cores to use, at least 1; the bits do not depend on it; 0 is all.</param>
    /// <param name="optimizer">How it is descended; default: what the objective does best with.</param>
    /// <param name="parameterDescent">How the parameters of the kernel are learned, if the objective learns any; from iteration 50 on.</param>
    /// <param name="gradient">How far pairs are summed; default: <see cref="GradientMethod.Auto"/>.</param>
    /// <exception cref="ArgumentException">The first three do not fit together, or a start is not finite.</exception>
    public EmbeddingRun(
        Affinities affinities, Matrix start, Objective objective, int threads = 0,
        Optimizer optimizer = Optimizer.Auto, ParameterDescent parameterDescent = ParameterDescent.Alternating,
        GradientMethod? gradient = null)
        : this(
            RunInputs.From(affinities ?? throw new ArgumentNullException(nameof(affinities)), objective ?? throw new ArgumentNullException(nameof(objective))),
            start, objective, OptimizerChoice.Resolve(optimizer, objective), parameterDescent, Cores.Resolve(threads), gradient)
    {
    }

    internal EmbeddingRun(RunInputs inputs, Matrix start, Objective objective, Optimizer optimizer, ParameterDescent parameterDescent, int threads, GradientMethod? gradient = null)
    {
        ArgumentNullException.ThrowIfNull(start);
        this.inputs = inputs;
        this.objective = objective;
        this.optimizer = optimizer;
        this.parameterDescent = parameterDescent;
        this.threads = threads;
        ThrowIfUnfit(inputs, start);
        engine = new(inputs, OptimizerChoice.Descended(objective, optimizer), start.Columns, threads, gradient);
        positions = Coordinates.From(start);
        descent = Descents.Create(engine, objective, positions, optimizer, parameterDescent, threads);
    }

    /// <summary>How far pairs are summed, no longer automatic.</summary>
    public GradientMethod Gradient => engine.Method;

    /// <summary>
    /// The RMS error of the repulsive forces over their RMS size at the present positions, a fraction, measured against direct sums at 256
    /// seeded points; 0 for exact gradients. Cost: 256 n kernels, and two gradients where near pairs are summed one by one.
    /// </summary>
    public double GradientError => engine.ForceError(positions);

    /// <summary>Iterations done so far.</summary>
    public int Iteration { get; private set; }

    /// <summary>The cost at the present positions, of the true P, in nats.</summary>
    public double Loss => loss ??= engine.Loss(positions);

    /// <summary>The cost of a map in which all points are alike (q uniform), in nats.</summary>
    public double NullLoss => engine.NullLoss;

    /// <summary>True once a phase has stopped early: it has a tolerance, or its line search found no lower point.</summary>
    public bool Converged { get; private set; }

    /// <summary>The kernel parameters as learned so far: one per point, or one for all; empty if the objective learns none.</summary>
    public IReadOnlyList<double> LearnedParameters => descent.Parameters;

    /// <summary>Runs a phase, or what is left of it until it converges; a cancelled phase leaves the last complete iteration.</summary>
    /// <param name="phase">How long, and with which settings; an automatic rate is resolved.</param>
    /// <param name="cancellationToken">Stops between two iterations.</param>
    /// <returns>The phase as resolved, with the iterations that were really done.</returns>
    /// <exception cref="OperationCanceledException">The run was cancelled; <see cref="Snapshot"/> holds the last complete iteration.</exception>
    /// <exception cref="InvalidOperationException">A step left the range of numbers; the message names the iteration and the cure.</exception>
    public Phase Advance(Phase phase, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(phase);
        Phase resolved = phase.Resolve(objective, positions.Count);
        int begin = Iteration;
        Converged = false;
        lossAtLastCheck = resolved.CanConverge ? lossAtLastCheck : null;
        while (Iteration - begin < resolved.Iterations && !Converged)
        {
            cancellationToken.ThrowIfCancellationRequested();
            Stretch(Iteration == begin ? resolved.Stretch : 1);
            Converged = !Iterate(resolved) && engine.IsLast;
            Converged |= resolved.Grows && Iteration % CheckEvery == 0 && !engine.IsAccurate(positions);
            Converged |= resolved.CanConverge && engine.IsLast && Iteration % CheckEvery == 0 && StandsStill(resolved.Tolerance);
        }

        return resolved with { Iterations = Iteration - begin };
    }

    /// <summary>The positions now; n x dimensions.</summary>
    public Matrix Snapshot() => positions.ToMatrix();

    /// <summary>The cost at other positions; n x dimensions.</summary>
    internal double LossAt(Matrix map) => engine.Loss(Coordinates.From(map));

    private void Stretch(double factor)
    {
        if (factor != 1)
        {
            positions.Center(threads, (float)factor);
            descent.ObjectiveChanged();
            (loss, lossAtLastCheck) = (null, null);
        }
    }

    /// <summary>One iteration; false if there is no lower point in reach.</summary>
    private bool Iterate(Phase phase)
    {
        if (engine.MoveTo(Iteration))
        {
            descent.ObjectiveChanged();
            lossAtLastCheck = null;
        }

        if (engine.Attract(phase.Neighbors))
        {
            descent.ObjectiveChanged();
        }

        StepOutcome outcome = descent.Step(phase, Iteration);
        if (outcome == StepOutcome.OutOfRange)
        {
            throw new InvalidOperationException($"Iteration {Iteration + 1} left the range of numbers {Cure(phase)}");
        }

        loss = null;
        Iteration++;
        return outcome == StepOutcome.Moved;
    }

    private string Cure(Phase phase) => optimizer is Optimizer.Lbfgs or Optimizer.SpectralDirection
        ? "at the start of a line search: the cost there is not finite. Use another start, such as the principal components."
        : $"at learning rate {phase.LearningRate}. Use a smaller one, or the automatic rate.";

    /// <summary>Relative change of the loss per iteration since the last check; a loss that rises is not convergence, nor is that of a map that has yet to unfold.</summary>
    private bool StandsStill(double tolerance)
    {
        double? before = lossAtLastCheck;
        lossAtLastCheck = Loss;
        double smaller = Math.Min(Math.Abs(Loss), Math.Abs(before ?? double.NaN));
        bool isFolded = Math.Abs(NullLoss - Loss) < Folded * Math.Abs(NullLoss);
        return !isFolded && Loss <= before && (before.Value - Loss) / CheckEvery <= tolerance * smaller;
    }

    private static void ThrowIfUnfit(RunInputs inputs, Matrix start)
    {
        int count = inputs.Count;
        if (start.Rows != count)
        {
            throw new ArgumentException($"The start has {start.Rows} points, but the affinities have {count}.", nameof(start));
        }

        if (start.Columns > 3)
        {
            throw new ArgumentException($"The start has {start.Columns} dimensions; a map has 1, 2 or 3.", nameof(start));
        }

        start.ThrowIfNotFinite(nameof(start));
    }
}
