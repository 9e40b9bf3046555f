namespace Vicinity;

/// <summary>A stretch of the optimisation with constant settings; a schedule is a list of them.</summary>
/// <param name="Iterations">How many steps, at least 0.</param>
public sealed record Phase(int Iterations)
{
    /// <summary>Factor a on the attraction, at least 1: the phase descends C + (a - 1) A, A = -sum p ln w. Default 1.</summary>
    public double Exaggeration { get; init; } = 1;

    /// <summary>Factor on the full gradient (factor 4 included). Default: n / (4 a) for pair-wise costs, 1 / (4 a) for point-wise ones.</summary>
    public LearningRate LearningRate { get; init; } = LearningRate.Auto;

    /// <summary>Share of the last step that is kept, 0 ... below 1. Default 0.8 (openTSNE 1.0).</summary>
    public double Momentum { get; init; } = 0.8;

    /// <summary>Stop when the loss changes by less than this share per iteration and does not rise; 0 runs all iterations. Default 0.</summary>
    public double Tolerance { get; init; }
}
