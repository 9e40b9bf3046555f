namespace Vicinity;

/// <summary>What is settled of an automatic schedule; all else follows from the objective and the number of points.</summary>
public sealed record ScheduleSettings
{
    /// <summary>All iterations, the exaggerated ones included; a set number is run in full unless there is a <see cref="Tolerance"/>. Default: automatic.</summary>
    public int? Iterations { get; init; }

    /// <summary>Factor on the attraction at first, at least 1. Default: that of the objective.</summary>
    public double? Exaggeration { get; init; }

    /// <summary>Iterations at that factor. Default: automatic; if <see cref="Iterations"/> are set, a third of them, but at most those of the objective.</summary>
    public int? ExaggeratedIterations { get; init; }

    /// <summary>Factor on the gradient in every phase. Default: automatic.</summary>
    public LearningRate LearningRate { get; init; } = LearningRate.Auto;

    /// <summary>Share of the last step that is kept, in every phase. Default: automatic.</summary>
    public double? Momentum { get; init; }

    /// <summary>Stop when the loss changes by a smaller share per iteration; 0 never stops. Default: automatic.</summary>
    public double? Tolerance { get; init; }
}
