namespace Vicinity;

/// <summary>An optimisation whose loop belongs to the caller: advance, look, advance.</summary>
public sealed class EmbeddingRun
{
    /// <summary>Begins a run at a start.</summary>
    /// <param name="affinities">P; its form must belong to the objective's normalisation.</param>
    /// <param name="start">n x dimensions positions, 1 ... 3 dimensions.</param>
    /// <param name="objective">What is descended.</param>
    /// <param name="threads">Cores to use, at least 1; the bits do not depend on it; 0 is all.</param>
    /// <exception cref="ArgumentException">The three do not fit together.</exception>
    public EmbeddingRun(Affinities affinities, Matrix start, Objective objective, int threads = 0) => throw new NotImplementedException();

    /// <summary>Iterations done so far.</summary>
    public int Iteration => throw new NotImplementedException();

    /// <summary>The cost at the present positions, of the true P, in nats.</summary>
    public double Loss => throw new NotImplementedException();

    /// <summary>The cost of a map in which all points are alike (q uniform).</summary>
    public double NullLoss => throw new NotImplementedException();

    /// <summary>True once a phase with a tolerance has stopped early.</summary>
    public bool Converged => throw new NotImplementedException();

    /// <summary>Runs a phase, or what is left of it until it converges; a cancelled phase leaves the last complete iteration.</summary>
    /// <param name="phase">How long, and with which settings; an automatic rate is resolved.</param>
    /// <param name="cancellationToken">Stops between two iterations.</param>
    /// <returns>The phase as resolved, with the iterations that were really done.</returns>
    /// <exception cref="OperationCanceledException">The run was cancelled; <see cref="Snapshot"/> holds the last complete iteration.</exception>
    /// <exception cref="InvalidOperationException">The positions left the range of numbers; the message names the iteration and the cure.</exception>
    public Phase Advance(Phase phase, CancellationToken cancellationToken = default) => throw new NotImplementedException();

    /// <summary>The positions now; n x dimensions.</summary>
    public Matrix Snapshot() => throw new NotImplementedException();
}
