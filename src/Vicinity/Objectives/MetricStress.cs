using System.Runtime.CompilerServices;

namespace Vicinity;

/// <summary>The cost of metric multidimensional scaling, sum (r - d)^2 over ordered pairs.</summary>
/// <remarks>For <see cref="ObjectiveInput.Distances"/> with <see cref="DistanceKernel"/> and no normalisation: p is r_ij and q is d_ij^2.</remarks>
public readonly struct MetricStress : IDivergence
{
    /// <inheritdoc />
    public bool IsSeparable => false;

    /// <inheritdoc />
    public double Term(double p, double q, double lnQ)
    {
        double difference = p - Math.Sqrt(q);
        return difference * difference;
    }

    /// <inheritdoc />
    public double Pull(double p, double q, double lnQ)
    {
        double d = Math.Sqrt(q);
        return d * (d - p);
    }

    /// <inheritdoc />
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Lanes Term(Lanes p, Lanes q, Lanes lnQ)
    {
        Lanes difference = p - Lanes.Sqrt(q);
        return difference * difference;
    }

    /// <inheritdoc />
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Lanes Pull(Lanes p, Lanes q, Lanes lnQ)
    {
        Lanes d = Lanes.Sqrt(q);
        return d * (d - p);
    }
}
