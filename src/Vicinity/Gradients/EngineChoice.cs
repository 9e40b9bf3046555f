namespace Vicinity;

/// <summary>Which engine one part of an objective needs: runtime choices become types here.</summary>
/// <param name="objective">The part.</param>
/// <param name="sources">What it is compared with.</param>
/// <param name="threads">Cores to use.</param>
/// <param name="fields">In place of visits to every pair; null for these.</param>
/// <param name="factor">Of the part in what is descended; 0 if it is only told.</param>
internal sealed class EngineChoice<TDimensions>(Objective objective, PairSources sources, int threads, FieldSums? fields, double factor) : IObjectiveVisitor<IGradientEngine>
    where TDimensions : struct, IDimensions
{
    public IGradientEngine Visit<TDivergence, TKernel>(TDivergence divergence, TKernel kernel)
        where TDivergence : struct, IDivergence
        where TKernel : struct, IKernel
    {
        IPairValues values = sources.Values(objective);
        if (sources.Scales.Count > 0 && objective.Input == ObjectiveInput.Affinities)
        {
            return new MultiScaleGradient<TDivergence, TKernel, TDimensions>(
                divergence, kernel, objective.Normalization, values, sources.Scales, threads);
        }

        KernelParameters? parameters = sources.Parameters(objective);
        if (parameters is null && !kernel.IsPerPoint && objective.Learned == LearnedParameter.None)
        {
            return new PairGradient<TDivergence, PlainWeights<TKernel>, NoPoint, TDimensions>(
                divergence, new(kernel), null, objective.Normalization, values, threads, fields?.Of<TDivergence, TKernel, TDimensions>(divergence, kernel, values.Count, factor, threads));
        }

        PointTable table = new(parameters ?? new(), values.Count);
        PointWeights<TKernel> weights = new(kernel, table, objective.Learned);
        return objective.Normalization == Normalization.Averaged
            ? new PairGradient<TDivergence, AveragedWeights<TKernel>, PointLanes, TDimensions>(
                divergence, new(weights), table, objective.Normalization, values, threads)
            : new PairGradient<TDivergence, PointWeights<TKernel>, PointLanes, TDimensions>(
                divergence, weights, table, objective.Normalization, values, threads);
    }
}
