using System.Runtime.Intrinsics;

namespace Vicinity;

/// <summary>A B-spline: what a point gives to, and takes from, the grid places around it.</summary>
internal interface ISpline
{
    /// <summary>Places along an axis that a point touches, at most 8.</summary>
    int Support { get; }

    /// <summary>The weights of the places from floor(u) - Support / 2 + 1 on, for a point at u = floor(u) + t; 0 beyond the support.</summary>
    /// <param name="t">Eight times that of one axis, then eight times that of another.</param>
    Vector512<float> Weights(Vector512<float> t);

    /// <summary>Their derivatives.</summary>
    Vector512<float> Slopes(Vector512<float> t);

    /// <summary>The transform of the weights at the places themselves, sum_m B(m) e^(-i m angle).</summary>
    double Window(double angle);
}
