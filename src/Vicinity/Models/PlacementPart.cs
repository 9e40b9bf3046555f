namespace Vicinity;

/// <summary>What one part of an objective costs a new point at a place, all others fixed.</summary>
internal abstract class PlacementPart
{
    /// <summary>The cost; factor times its slope is added to the gradient.</summary>
    /// <param name="row">The point.</param>
    /// <param name="place">Where it is; as many coordinates as the map has.</param>
    /// <param name="factor">Of this part in the objective.</param>
    /// <param name="gradient">Beside <paramref name="place"/>.</param>
    public abstract double Add(PlacementRow row, ReadOnlySpan<float> place, double factor, Span<double> gradient);

    /// <summary>The part for its types.</summary>
    public static PlacementPart Create(Objective part, FixedMap map, int threads) => map.Dimensions switch
    {
        1 => part.Accept(new Choice<OneDimension>(part, map, threads)),
        2 => part.Accept(new Choice<TwoDimensions>(part, map, threads)),
        _ => part.Accept(new Choice<ThreeDimensions>(part, map, threads)),
    };

    private sealed class Choice<TDimensions>(Objective part, FixedMap map, int threads) : IObjectiveVisitor<PlacementPart>
        where TDimensions : struct, IDimensions
    {
        public PlacementPart Visit<TDivergence, TKernel>(TDivergence divergence, TKernel kernel)
            where TDivergence : struct, IDivergence
            where TKernel : struct, IKernel =>
            divergence.IsSeparable && !kernel.IsPerPoint && part.Normalization != Normalization.None && part.Input == ObjectiveInput.Affinities
                ? new SeparablePlacement<TDivergence, TKernel, TDimensions>(divergence, kernel, part.Normalization, map, threads)
                : new DensePlacement<TDivergence, TKernel>(divergence, kernel, part, map);
    }
}
