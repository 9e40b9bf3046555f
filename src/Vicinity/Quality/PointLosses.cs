namespace Vicinity;

/// <summary>The shares of the points in a loss: half of their row and half of their column of P, where ln S is what the loss leaves.</summary>
/// <param name="objective">Any.</param>
/// <param name="affinities">P.</param>
/// <param name="map">n x K positions.</param>
/// <param name="loss">The loss of all.</param>
/// <returns>One number per point; null unless C = sum p ln (p / q), q = w(f) / S with one w for all pairs and one S.</returns>
internal sealed class PointLosses(Objective objective, Affinities affinities, Coordinates map, double loss) : IObjectiveVisitor<double[]?>
{
    /// <summary>True for C = sum p ln (p / q) over all pairs.</summary>
    public static bool IsPairWise(Objective objective) =>
        objective is { Parts.Count: 1, Input: ObjectiveInput.Affinities, Normalization: Normalization.PairWise, IsDividedByInputTotal: false }
        && ReferenceEquals(objective.Parts[0].Part, objective) && objective.Accept(new IsKullbackLeibler());

    public double[]? Visit<TDivergence, TKernel>(TDivergence divergence, TKernel kernel)
        where TDivergence : struct, IDivergence
        where TKernel : struct, IKernel
    {
        bool isPlain = !kernel.IsPerPoint && objective is { OutputPrecision: OutputPrecision.None, IsWeightedByDegree: false };
        return isPlain ? Share((i, j) => kernel.LogWeight(map.SquaredDistance(i, j), 1)) : null;
    }

    private double[] Share(Func<int, int, double> logWeight)
    {
        double[] shares = new double[affinities.Count];
        double[] masses = new double[affinities.Count];
        for (int i = 0; i < shares.Length; i++)
        {
            ReadOnlySpan<int> others = affinities.Neighbors(i);
            ReadOnlySpan<float> values = affinities.Values(i);
            for (int k = 0; k < others.Length; k++)
            {
                double half = 0.5 * values[k] * (Math.Log(values[k]) - logWeight(i, others[k]));
                shares[i] += half;
                shares[others[k]] += half;
                masses[i] += 0.5 * values[k];
                masses[others[k]] += 0.5 * values[k];
            }
        }

        double mass = masses.Sum();
        double logSum = mass > 0 ? (loss - shares.Sum()) / mass : 0;
        for (int i = 0; i < shares.Length; i++)
        {
            shares[i] += masses[i] * logSum;
        }

        return shares;
    }

    private sealed class IsKullbackLeibler : IObjectiveVisitor<bool>
    {
        public bool Visit<TDivergence, TKernel>(TDivergence divergence, TKernel kernel)
            where TDivergence : struct, IDivergence
            where TKernel : struct, IKernel => divergence is KullbackLeibler;
    }
}
