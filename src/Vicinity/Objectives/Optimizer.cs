namespace Vicinity;

/// <summary>How a map descends its objective.</summary>
public enum Optimizer
{
    /// <summary>What the objective does best with; see <see cref="DescentDefaults"/>.</summary>
    Auto,

    /// <summary>Momentum and a gain per coordinate (Jacobs 1988): the optimiser of t-SNE.</summary>
    DeltaBarDelta,

    /// <summary>Limited-memory BFGS with a strong-Wolfe line search.</summary>
    Lbfgs,

    /// <summary>The spectral direction of Vladymyrov and Carreira-Perpinan (2012).</summary>
    SpectralDirection,

    /// <summary>Gradient descent with momentum.</summary>
    Momentum,

    /// <summary>Nesterov's accelerated gradient with restarts.</summary>
    Nesterov,
}
