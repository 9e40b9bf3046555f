namespace Vicinity;

/// <summary>
/// Far pairs by cells: to points further away from a cell than its width over theta, all of its points are one at their centre; the pairs
/// of P one by one.
/// </summary>
/// <remarks>
/// O(n log n + entries of P), O(n) memory, whatever the span of the map. For costs whose pull depends on p alone (Kullback-Leibler) and any
/// kernel without parameters per point; others refuse it. Barnes and Hut (1986); van der Maaten (2014).
/// </remarks>
public sealed record BarnesHut : GradientMethod, IRepulsionMethod
{
    /// <summary>The usual angle.</summary>
    /// <param name="theta">Full width of a cell over its distance, 0 (every pair) to 1. Default: 0.5.</param>
    /// <exception cref="ArgumentOutOfRangeException">Theta is out of its range.</exception>
    public BarnesHut(double theta = 0.5)
    {
        Theta = theta is >= 0 and <= 1
            ? theta
            : throw new ArgumentOutOfRangeException(nameof(theta), theta, $"The theta of Barnes-Hut is a number from 0 to 1, not {theta}.");
    }

    /// <summary>Full width of a cell over its distance from a group of points, below which it is one charge to them.</summary>
    public double Theta { get; }

    string IRepulsionMethod.Name => "Barnes-Hut";

    string IRepulsionMethod.Costs => "whose pull depends on p alone";

    /// <inheritdoc />
    public override string ToString() => $"barnes-hut {Theta}";

    internal override GradientMethod Resolve(Objective objective, GradientInputs inputs, int dimensions) => this;

    internal override IGradientEngine Create(Objective objective, GradientInputs inputs, int dimensions, int threads) =>
        SeparableEngine.Create(objective, inputs, dimensions, this, threads);

    IRepulsion IRepulsionMethod.Create<TKernel, TDimensions>(
        TKernel kernel, Normalization normalization, SeparableTerms terms, OrderedPoints points, int threads) =>
        new TreeRepulsion<TKernel, TDimensions>(kernel, normalization, terms, points, Theta, threads);
}
