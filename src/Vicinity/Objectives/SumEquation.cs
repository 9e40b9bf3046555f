namespace Vicinity;

/// <summary>The sum of several equations with their factors; exaggeration acts on the first alone.</summary>
internal sealed class SumEquation(IReadOnlyList<(double Factor, IMasterEquation Equation)> parts) : IMasterEquation
{
    /// <summary>The equation of an objective, whatever it is made of.</summary>
    /// <param name="objective">The objective.</param>
    /// <param name="input">p of each part, n x n, by what that part is compared with.</param>
    /// <param name="scales">The parameters of the points, one record for each scale; none for 1.</param>
    public static IMasterEquation Of(Objective objective, Func<Objective, double[,]> input, params KernelParameters[] scales) =>
        new SumEquation([.. objective.Parts.Select(item =>
        {
            double[,] p = input(item.Part);
            double factor = item.Part.IsDividedByInputTotal ? item.Factor / SquareTable.Sum(p) : item.Factor;
            return (factor, item.Part.Accept(new PartVisitor(item.Part.Normalization, p, scales)));
        })]);

    public double Cost(double[,] y, double exaggeration = 1) =>
        Enumerable.Range(0, parts.Count).Sum(k => parts[k].Factor * parts[k].Equation.Cost(y, k == 0 ? exaggeration : 1));

    public double[,] Gradient(double[,] y, double exaggeration = 1)
    {
        double[,] gradient = new double[y.GetLength(0), y.GetLength(1)];
        for (int k = 0; k < parts.Count; k++)
        {
            double[,] part = parts[k].Equation.Gradient(y, k == 0 ? exaggeration : 1);
            for (int i = 0; i < y.GetLength(0); i++)
            {
                for (int d = 0; d < y.GetLength(1); d++)
                {
                    gradient[i, d] += parts[k].Factor * part[i, d];
                }
            }
        }

        return gradient;
    }

    public double[] PrecisionSlope(double[,] y, double exaggeration = 1) => Add((equation, a) => equation.PrecisionSlope(y, a), exaggeration);

    public double[] ThetaSlope(double[,] y, double exaggeration = 1) => Add((equation, a) => equation.ThetaSlope(y, a), exaggeration);

    public IMasterEquation With(params KernelParameters[] scales) =>
        new SumEquation([.. parts.Select(part => (part.Factor, part.Equation.With(scales)))]);

    private double[] Add(Func<IMasterEquation, double, double[]> slope, double exaggeration)
    {
        double[][] slopes = [.. parts.Select((part, k) => slope(part.Equation, k == 0 ? exaggeration : 1))];
        return [.. slopes[0].Select((_, i) => parts.Select((part, k) => part.Factor * slopes[k][i]).Sum())];
    }

    private sealed class PartVisitor(Normalization normalization, double[,] p, KernelParameters[] scales) : IObjectiveVisitor<IMasterEquation>
    {
        public IMasterEquation Visit<TDivergence, TKernel>(TDivergence divergence, TKernel kernel)
            where TDivergence : struct, IDivergence
            where TKernel : struct, IKernel =>
            new MasterEquation<TDivergence, TKernel>(divergence, kernel, normalization, p, scales);
    }
}
