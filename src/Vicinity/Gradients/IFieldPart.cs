namespace Vicinity;

/// <summary>A dense part from a grid and near pairs.</summary>
internal interface IFieldPart : IDensePart
{
    /// <summary>RMS error of the repulsive forces over their RMS size, at a seeded sample of points.</summary>
    double ForceError(Coordinates positions);
}
