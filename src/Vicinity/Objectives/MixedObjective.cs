namespace Vicinity;

/// <summary>An objective that knows the types of its parts.</summary>
internal sealed class MixedObjective<TDivergence, TKernel>(string name, TDivergence divergence, TKernel kernel, Normalization normalization)
    : Objective(name, normalization)
    where TDivergence : struct, IDivergence
    where TKernel : struct, IKernel
{
    internal override TResult Accept<TResult>(IObjectiveVisitor<TResult> visitor) => visitor.Visit(divergence, kernel);
}
