using System.Runtime.CompilerServices;

namespace Vicinity;

/// <summary>Refuses parameters of costs and kernels that are out of their range, or out of that of float, in which engines count.</summary>
internal static class ParameterRange
{
    public static double Positive(double value, [CallerArgumentExpression(nameof(value))] string name = "") =>
        (float)value > 0 && float.IsFinite((float)value) ? value : throw Refusal(value, name, "a positive number");

    public static double NotNegative(double value, [CallerArgumentExpression(nameof(value))] string name = "") =>
        value >= 0 && float.IsFinite((float)value) ? value : throw Refusal(value, name, "a number of at least 0");

    public static double Share(double value, [CallerArgumentExpression(nameof(value))] string name = "") =>
        value is >= 0 and <= 1 ? value : throw Refusal(value, name, "a number from 0 to 1");

    public static double Finite(double value, [CallerArgumentExpression(nameof(value))] string name = "") =>
        float.IsFinite((float)value) ? value : throw Refusal(value, name, "a finite number");

    private static ArgumentOutOfRangeException Refusal(double value, string name, string range) => new(name, value, $"{name} must be {range}, not {value}.");
}
