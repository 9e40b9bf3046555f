namespace Vicinity;

/// <summary>Computes losses and their gradients for one objective and one set of affinities.</summary>
internal interface IGradientEngine
{
    /// <summary>Writes dJ/dy of J = C + (a - 1) A at <paramref name="positions"/> (exaggeration a acts on the attraction A = -sum p ln w).</summary>
    /// <remarks>A cost that left the range of float leaves a gradient that is not finite.</remarks>
    void Gradient(Coordinates positions, double exaggeration, Coordinates gradient);

    /// <summary>The reported cost at <paramref name="positions"/>, of the true P.</summary>
    double Loss(Coordinates positions);

    /// <summary>J, the cost whose derivative <see cref="Gradient"/> is; for line searches.</summary>
    double Cost(Coordinates positions, double exaggeration);

    /// <summary>The reported cost of the null map (q uniform, or all points at one place), to which a loss is compared; may be infinite.</summary>
    double NullLoss { get; }

    /// <summary>Gives the points other parameters.</summary>
    /// <exception cref="InvalidOperationException">The engine was made for points without parameters.</exception>
    void SetParameters(KernelParameters parameters);

    /// <summary>Writes dJ/dtheta_i of the learned parameter of every point.</summary>
    /// <exception cref="InvalidOperationException">The engine was made for points without parameters.</exception>
    void ParameterSlope(Coordinates positions, double exaggeration, Span<double> slopes);
}
