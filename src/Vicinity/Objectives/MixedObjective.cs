namespace Vicinity;

/// <summary>An objective that knows the types of its parts.</summary>
internal sealed record MixedObjective<TDivergence, TKernel> : Objective
    where TDivergence : struct, IDivergence
    where TKernel : struct, IKernel
{
    private readonly TDivergence divergence;
    private readonly TKernel kernel;

    public MixedObjective(string name, TDivergence divergence, TKernel kernel, Normalization normalization)
        : base(name, normalization)
    {
        this.divergence = divergence;
        this.kernel = kernel;
    }

    public override string ToString() => Name;

    internal override TResult Accept<TResult>(IObjectiveVisitor<TResult> visitor) => visitor.Visit(divergence, kernel);
}
