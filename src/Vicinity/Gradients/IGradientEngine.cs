namespace Vicinity;

/// <summary>Computes losses and their gradients for one objective and one set of affinities.</summary>
internal interface IGradientEngine
{
    /// <summary>Writes dJ/dy of J = C + (a - 1) A at <paramref name="positions"/> (mathematics: exaggeration a acts on the attraction).</summary>
    void Gradient(Coordinates positions, double exaggeration, Coordinates gradient);

    /// <summary>The cost C at <paramref name="positions"/>, of the true P.</summary>
    double Loss(Coordinates positions);

    /// <summary>The cost of the null map (q uniform), to which a loss is compared.</summary>
    double NullLoss { get; }
}
