namespace Vicinity;

/// <summary>Brings points onto a grid and values of the grid back to points, both with one B-spline per axis.</summary>
internal abstract unsafe class SplineGrid
{
    /// <summary>Places along an axis that a point touches.</summary>
    public abstract int Support { get; }

    /// <summary>The transform of the spline at whole places, at an angle of 2 pi k / M.</summary>
    public abstract double Window(double angle);

    /// <summary>Adds points to a grid.</summary>
    /// <param name="axes">One stretch of coordinates per dimension; sixteen numbers behind the last one may be read, too (<see cref="PinnedBuffer{T}"/>).</param>
    /// <param name="length">Way from one stretch to the next.</param>
    /// <param name="charges">A charge for every point; null for 1.</param>
    /// <param name="first">The first point.</param>
    /// <param name="end">The point after the last one.</param>
    /// <param name="placement">Where the grid lies; all points are inside.</param>
    /// <param name="grid">What is added to; up to seven places behind a row are added 0.</param>
    public abstract void Spread(float* axes, nint length, float* charges, int first, int end, MeshPlacement placement, float* grid);

    /// <summary>Reads a grid at points.</summary>
    /// <param name="axes">One stretch of coordinates per dimension; sixteen numbers behind the last one may be read, too (<see cref="PinnedBuffer{T}"/>).</param>
    /// <param name="length">Way from one stretch to the next.</param>
    /// <param name="first">The first point.</param>
    /// <param name="end">The point after the last one.</param>
    /// <param name="placement">Where the grid lies; all points are inside.</param>
    /// <param name="grid">What is read.</param>
    /// <param name="values">The slopes per place along every axis, one stretch each, then a stretch of the values themselves.</param>
    public abstract void Gather(float* axes, nint length, int first, int end, MeshPlacement placement, float* grid, float* values);
}
