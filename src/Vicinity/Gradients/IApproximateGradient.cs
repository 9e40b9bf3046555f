namespace Vicinity;

/// <summary>A gradient engine that approximates and can say how well.</summary>
internal interface IApproximateGradient : IGradientEngine
{
    /// <summary>The RMS error of the repulsive forces over their RMS size, against direct sums at a seeded sample of points; 0 where the engine is exact.</summary>
    double ForceError(Coordinates positions);

    /// <summary>An engine for another joint P of the same points; it keeps them in the same order and shares their repulsion.</summary>
    IGradientEngine With(Affinities affinities);

    /// <summary>Leaves or takes back what the bits of the next gradient depend on.</summary>
    void Exchange(StateStore store);
}
