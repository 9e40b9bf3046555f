namespace Vicinity;

/// <summary>How a run ended: what the checks of it look at.</summary>
/// <param name="Objective">What was descended.</param>
/// <param name="Optimizer">How.</param>
/// <param name="Schedule">Resolved.</param>
/// <param name="Map">n x dimensions.</param>
internal sealed record RunEnd(Objective Objective, Optimizer Optimizer, Schedule Schedule, Matrix Map)
{
    /// <summary>The loss of the map.</summary>
    public required double Loss { get; init; }

    /// <summary>The loss of a map in which all points are alike.</summary>
    public required double NullLoss { get; init; }

    /// <summary>The phase of the last iteration; null if there was none.</summary>
    public required Phase? LastPhase { get; init; }

    /// <summary>Iterations that <see cref="Fall"/> is about; 0 if it was not measured.</summary>
    public int Window { get; init; }

    /// <summary>By how much the loss fell in the last <see cref="Window"/> iterations, less what the change of the map's size explains.</summary>
    public double Fall { get; init; }

    /// <summary>Iterations done.</summary>
    public int Iterations { get; init; }
}
