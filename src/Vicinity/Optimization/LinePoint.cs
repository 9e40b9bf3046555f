using System.Runtime.InteropServices;

namespace Vicinity;

/// <summary>A cost along a line and its slope there.</summary>
/// <param name="Step">How far along the line.</param>
/// <param name="Value">phi(step).</param>
/// <param name="Slope">phi'(step).</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct LinePoint(double Step, double Value, double Slope)
{
    public bool IsFinite => double.IsFinite(Value) && double.IsFinite(Slope);

    /// <summary>Sufficient decrease, phi(s) at most phi(0) + c1 s phi'(0), within what the numbers can resolve, and a slope that has fallen to c2 of the first.</summary>
    public bool SatisfiesWolfe(LinePoint origin) =>
        Value <= origin.Value + (LineSearch.SufficientDecrease * Step * origin.Slope) + (LineSearch.Resolution * Math.Abs(origin.Value))
        && Math.Abs(Slope) <= LineSearch.Curvature * Math.Abs(origin.Slope);

    /// <summary>
    /// The same point, its value told by the slopes (the trapezoid from the origin) where the difference to the origin's is rounding: near a start
    /// of 1e-4, and near a minimum, costs are alike to the last digit while their slopes are not.
    /// </summary>
    public LinePoint Resolved(LinePoint origin) => Math.Abs(Value - origin.Value) <= LineSearch.Resolution * Math.Abs(origin.Value)
        ? this with { Value = origin.Value + (0.5 * Step * (origin.Slope + Slope)) }
        : this;

    /// <summary>The same point of phi(s) - weight s.</summary>
    public LinePoint Tilted(double weight) => new(Step, Value - (weight * Step), Slope - weight);
}
