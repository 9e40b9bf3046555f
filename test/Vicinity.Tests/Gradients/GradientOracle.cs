namespace Vicinity.Tests;

/// <summary>An engine beside the master equation in double, at the same floats.</summary>
internal sealed class GradientOracle(Objective objective, GradientInputs inputs)
{
    private readonly IMasterEquation equation = SumEquation.Of(
        objective,
        part => SampleInputs.Dense(part, inputs),
        inputs.Scales.Count > 1
            ? [.. inputs.Scales.Select(scale => new KernelParameters { Precision = [.. Enumerable.Repeat(scale, inputs.Affinities!.Count)] })]
            : [Parameters(objective, inputs)]);

    public double[,] Gradient(Coordinates positions, double exaggeration) => equation.Gradient(Double(positions), exaggeration);

    public double Cost(Coordinates positions, double exaggeration = 1) => equation.Cost(Double(positions), exaggeration);

    public double[] Slopes(Coordinates positions, double exaggeration) => objective.Learned is LearnedParameter.Beta or LearnedParameter.None
        ? equation.PrecisionSlope(Double(positions), exaggeration)
        : equation.ThetaSlope(Double(positions), exaggeration);

    /// <summary>
    /// Largest difference over largest value. Where the map is nearly at rest, forces are small sums of large ones; so the value counts as
    /// at least a thousandth of the attraction alone; two points have q = p wherever they are, and count as all of it.
    /// </summary>
    public double Error(Coordinates actual, Coordinates positions, double exaggeration)
    {
        double[,] expected = Gradient(positions, exaggeration);
        double[,] exaggerated = Gradient(positions, exaggeration + 1);
        double attraction = LargestValue(PairwiseDifference(exaggerated, expected));
        double difference = LargestValue(PairwiseDifference(Double(actual), expected));
        return difference == 0 ? 0 : difference / Math.Max(LargestValue(expected), (positions.Count <= 2 ? 1 : 1e-3) * attraction);
    }

    public static double LargestValue(double[,] values) => values.Cast<double>().Select(Math.Abs).DefaultIfEmpty(0).Max();

    private static KernelParameters Parameters(Objective objective, GradientInputs inputs) => objective.IsWeightedByDegree
        ? inputs.Parameters with { LogMass = [.. SquareTable.RowSums(SquareTable.Symmetric(SampleAffinities.Dense(inputs.Affinities!))).Select(half => Math.Log(2 * half))] }
        : inputs.Parameters;

    private static double[,] PairwiseDifference(double[,] a, double[,] b)
    {
        double[,] difference = new double[a.GetLength(0), a.GetLength(1)];
        for (int i = 0; i < a.GetLength(0); i++)
        {
            for (int d = 0; d < a.GetLength(1); d++)
            {
                difference[i, d] = a[i, d] - b[i, d];
            }
        }

        return difference;
    }

    private static double[,] Double(Coordinates positions)
    {
        double[,] y = new double[positions.Count, positions.Dimensions];
        for (int i = 0; i < positions.Count; i++)
        {
            for (int d = 0; d < positions.Dimensions; d++)
            {
                y[i, d] = positions.Axis(d)[i];
            }
        }

        return y;
    }
}
