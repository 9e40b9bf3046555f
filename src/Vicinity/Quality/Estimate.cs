using System.Globalization;

namespace Vicinity;

/// <summary>A measured number with its standard error: 0 if everything was measured, else that of a random sample.</summary>
/// <param name="Value">The number.</param>
/// <param name="StandardError">Half of a 68 % interval around it, in the same units.</param>
public readonly record struct Estimate(double Value, double StandardError)
{
    /// <summary>The value, and the error if there is one, to four decimals.</summary>
    public override string ToString() => StandardError == 0
        ? Value.ToString("F4", CultureInfo.InvariantCulture)
        : string.Create(CultureInfo.InvariantCulture, $"{Value:F4} ± {StandardError:F4}");

    /// <summary>The mean of values of random points, drawn without repetition; exact if these are all.</summary>
    /// <param name="values">One per point measured; none is 0.</param>
    /// <param name="population">Of how many points.</param>
    internal static Estimate Mean(IReadOnlyCollection<double> values, int population)
    {
        if (values.Count == 0)
        {
            return default;
        }

        double mean = values.Average();
        if (values.Count >= population || values.Count < 2)
        {
            return new(mean, 0);
        }

        double variance = values.Sum(value => (value - mean) * (value - mean)) / (values.Count - 1);
        return new(mean, Math.Sqrt(variance / values.Count * (1 - ((double)values.Count / population))));
    }
}
