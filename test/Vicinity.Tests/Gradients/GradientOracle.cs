namespace Vicinity.Tests;

/// <summary>An engine beside the master equation in double, at the same floats.</summary>
internal sealed class GradientOracle(Objective objective, Affinities affinities, float[] theta)
{
    public double[,] Gradient(Coordinates positions, double exaggeration) =>
        objective.Accept(new Evaluation<double[,]>(this, positions, new GradientAt(exaggeration)));

    public double Cost(Coordinates positions) => objective.Accept(new Evaluation<double>(this, positions, default(CostAt)));

    /// <summary>Largest difference over largest value.</summary>
    public static double RelativeError(Coordinates actual, double[,] expected)
    {
        double difference = 0;
        for (int i = 0; i < actual.Count; i++)
        {
            for (int d = 0; d < actual.Dimensions; d++)
            {
                difference = Math.Max(difference, Math.Abs(actual.Axis(d)[i] - expected[i, d]));
            }
        }

        double largest = LargestValue(expected);
        return difference == 0 ? 0 : difference / largest;
    }

    public static double LargestValue(double[,] values) => values.Cast<double>().Select(Math.Abs).DefaultIfEmpty(0).Max();

    private interface IQuestion<out TResult>
    {
        TResult Ask<TDivergence, TKernel>(MasterEquation<TDivergence, TKernel> equation, double[,] y)
            where TDivergence : struct, IScalarDivergence
            where TKernel : struct, IScalarKernel;
    }

    private readonly struct GradientAt(double exaggeration) : IQuestion<double[,]>
    {
        public double[,] Ask<TDivergence, TKernel>(MasterEquation<TDivergence, TKernel> equation, double[,] y)
            where TDivergence : struct, IScalarDivergence
            where TKernel : struct, IScalarKernel => equation.Gradient(y, exaggeration);
    }

    private readonly struct CostAt : IQuestion<double>
    {
        public double Ask<TDivergence, TKernel>(MasterEquation<TDivergence, TKernel> equation, double[,] y)
            where TDivergence : struct, IScalarDivergence
            where TKernel : struct, IScalarKernel => equation.Cost(y);
    }

    private sealed class Evaluation<TResult>(GradientOracle oracle, Coordinates positions, IQuestion<TResult> question) : IObjectiveVisitor<TResult>
    {
        public TResult Visit<TDivergence, TKernel>(TDivergence divergence, TKernel kernel)
            where TDivergence : struct, IDivergence
            where TKernel : struct, IKernel
        {
            double[,] y = new double[positions.Count, positions.Dimensions];
            for (int i = 0; i < positions.Count; i++)
            {
                for (int d = 0; d < positions.Dimensions; d++)
                {
                    y[i, d] = positions.Axis(d)[i];
                }
            }

            return question.Ask(oracle.Equation(divergence, kernel), y);
        }
    }

    private MasterEquation<TDivergence, TKernel> Equation<TDivergence, TKernel>(TDivergence divergence, TKernel kernel)
        where TDivergence : struct, IDivergence
        where TKernel : struct, IKernel =>
        new(divergence, kernel, objective.Normalization, SampleAffinities.Dense(affinities), [.. theta.Select(value => (double)value)]);
}
