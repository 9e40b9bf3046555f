namespace Vicinity;

/// <summary>A gradient engine that approximates and can say how well.</summary>
internal interface IMeshGradient : IGradientEngine
{
    /// <summary>The RMS error of the repulsive forces over their RMS size, against direct sums at a seeded sample of points; 0 where the engine is exact.</summary>
    double ForceError(Coordinates positions);

    /// <summary>Leaves or takes back what the bits of the next gradient depend on.</summary>
    void Exchange(StateStore store);
}
