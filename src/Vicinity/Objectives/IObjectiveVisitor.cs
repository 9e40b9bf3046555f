namespace Vicinity;

/// <summary>Something that needs the types of an objective: the one place where a runtime choice becomes specialised code.</summary>
internal interface IObjectiveVisitor<out TResult>
{
    TResult Visit<TDivergence, TKernel>(TDivergence divergence, TKernel kernel)
        where TDivergence : struct, IDivergence
        where TKernel : struct, IKernel;
}
