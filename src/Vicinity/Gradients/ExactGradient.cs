namespace Vicinity;

/// <summary>The engine that visits every pair: any objective, O(n^2) time, O(n + entries of P) memory.</summary>
internal static class ExactGradient
{
    /// <summary>An engine for one objective, one set of affinities and maps of one number of dimensions.</summary>
    /// <param name="objective">Cost, kernel and normalisation.</param>
    /// <param name="affinities">P; rows for point-wise costs, one distribution for pair-wise ones.</param>
    /// <param name="dimensions">1, 2 or 3.</param>
    /// <param name="threads">Cores to use; the bits do not depend on it.</param>
    /// <param name="pointParameters">theta of each point for a kernel that reads it; empty means 1 for all.</param>
    /// <exception cref="ArgumentException">A row-wise P with a pair-wise cost, or parameters that do not fit the points.</exception>
    public static IGradientEngine Create(
        Objective objective, Affinities affinities, int dimensions, int threads, ReadOnlyMemory<float> pointParameters = default)
    {
        if (objective.Normalization == Normalization.PairWise && affinities.Form == AffinityForm.Row)
        {
            throw new ArgumentException(
                $"{objective.Name} has one distribution over all pairs, but the affinities have one per point. Use {nameof(AffinityForm)}.{nameof(AffinityForm.Joint)}.",
                nameof(affinities));
        }

        if (!pointParameters.IsEmpty && pointParameters.Length != affinities.Count)
        {
            throw new ArgumentException(
                $"{affinities.Count} points need {affinities.Count} parameters, but there are {pointParameters.Length}.", nameof(pointParameters));
        }

        PairedAffinities paired = new(affinities);
        return dimensions switch
        {
            1 => objective.Accept(new Choice<OneDimension>(objective.Normalization, paired, threads, pointParameters)),
            2 => objective.Accept(new Choice<TwoDimensions>(objective.Normalization, paired, threads, pointParameters)),
            3 => objective.Accept(new Choice<ThreeDimensions>(objective.Normalization, paired, threads, pointParameters)),
            _ => throw new ArgumentOutOfRangeException(nameof(dimensions), dimensions, $"A map has 1, 2 or 3 dimensions, not {dimensions}."),
        };
    }

    private sealed class Choice<TDimensions>(
        Normalization normalization, PairedAffinities affinities, int threads, ReadOnlyMemory<float> pointParameters)
        : IObjectiveVisitor<IGradientEngine>
        where TDimensions : struct, IDimensions
    {
        public IGradientEngine Visit<TDivergence, TKernel>(TDivergence divergence, TKernel kernel)
            where TDivergence : struct, IDivergence
            where TKernel : struct, IKernel =>
            divergence.IsSeparable && !kernel.IsPerPoint
                ? new SeparableGradient<TDivergence, TKernel, TDimensions>(divergence, kernel, normalization, affinities, threads)
                : new GeneralGradient<TDivergence, TKernel, TDimensions>(divergence, kernel, normalization, affinities, threads, pointParameters);
    }
}
