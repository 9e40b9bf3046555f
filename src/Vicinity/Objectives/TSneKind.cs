namespace Vicinity;

/// <summary>Whether an objective is t-SNE with tails of any weight: Kullback-Leibler, pair-wise, on joint affinities, one kernel for all points.</summary>
internal readonly struct TSneKind : IObjectiveVisitor<bool>
{
    public static bool Includes(Objective objective) =>
        objective is
        {
            Normalization: Normalization.PairWise, Input: ObjectiveInput.Affinities, AffinityForm: AffinityForm.Joint, InputKernel: InputKernel.Gaussian,
            OutputPrecision: OutputPrecision.None, Learned: LearnedParameter.None, IsWeightedByDegree: false, Parts.Count: 1,
        }
        && objective.Accept(default(TSneKind));

    public bool Visit<TDivergence, TKernel>(TDivergence divergence, TKernel kernel)
        where TDivergence : struct, IDivergence
        where TKernel : struct, IKernel => divergence is KullbackLeibler && kernel is StudentT or Kobak or TTail;
}
