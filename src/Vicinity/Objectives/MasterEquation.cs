namespace Vicinity;

/// <summary>
/// Cost and gradient of any mixture in double, as the mathematics is written: dC/dy_i = 2 sum_j (k_ij + k_ji)(y_i - y_j) with
/// k_ij = -psi_ij (h_ij - q_ij sum h), h = q dC/dq, sums over the row (point-wise) or over all pairs.
/// </summary>
/// <remarks>The oracle of every engine: slow (three n x n tables), nothing assumed symmetric, right for any total of P.</remarks>
internal sealed class MasterEquation<TDivergence, TKernel>(
    TDivergence divergence, TKernel kernel, Normalization normalization, double[,] p, double[] theta)
    where TDivergence : struct, IScalarDivergence
    where TKernel : struct, IScalarKernel
{
    private readonly int count = p.GetLength(0);

    /// <summary>C.</summary>
    public double Cost(double[,] y)
    {
        double[,] lnQ = LogProbabilities(y);
        return SumOverPairs((i, j) => divergence.Term(p[i, j], Math.Exp(lnQ[i, j]), lnQ[i, j]));
    }

    /// <summary>J_a = C + (a - 1) A with A = -sum p ln w, which exaggeration a descends.</summary>
    public double Cost(double[,] y, double exaggeration) =>
        Cost(y) - ((exaggeration - 1) * SumOverPairs((i, j) => p[i, j] * kernel.LogWeight(SquaredDistance(y, i, j), theta[i])));

    /// <summary>dJ_a/dy, n x K.</summary>
    public double[,] Gradient(double[,] y, double exaggeration)
    {
        double[,] k = ForceConstants(y, exaggeration);
        double[,] gradient = new double[count, y.GetLength(1)];
        for (int i = 0; i < count; i++)
        {
            for (int j = 0; j < count; j++)
            {
                for (int d = 0; d < y.GetLength(1); d++)
                {
                    gradient[i, d] += 2 * (k[i, j] + k[j, i]) * (y[i, d] - y[j, d]);
                }
            }
        }

        return gradient;
    }

    private double[,] ForceConstants(double[,] y, double exaggeration)
    {
        double[,] lnQ = LogProbabilities(y);
        double[,] h = Table((i, j) => divergence.Pull(p[i, j], Math.Exp(lnQ[i, j]), lnQ[i, j]));
        double[] rowSums = [.. Enumerable.Range(0, count).Select(i => Enumerable.Range(0, count).Sum(j => h[i, j]))];
        double total = rowSums.Sum();
        return Table((i, j) =>
        {
            double sum = normalization == Normalization.PointWise ? rowSums[i] : total;
            double psi = kernel.Decay(SquaredDistance(y, i, j), theta[i]);
            return psi * ((Math.Exp(lnQ[i, j]) * sum) - h[i, j] + ((exaggeration - 1) * p[i, j]));
        });
    }

    /// <summary>ln q = ln w - ln S; never the logarithm of a q that underflowed.</summary>
    private double[,] LogProbabilities(double[,] y)
    {
        double[,] lnW = Table((i, j) => kernel.LogWeight(SquaredDistance(y, i, j), theta[i]));
        double[] rows = [.. Enumerable.Range(0, count).Select(i => LogSumExp(Others(i).Select(j => lnW[i, j])))];
        double all = LogSumExp(rows);
        return Table((i, j) => lnW[i, j] - (normalization == Normalization.PointWise ? rows[i] : all));
    }

    private IEnumerable<int> Others(int i) => Enumerable.Range(0, count).Where(j => j != i);

    private double[,] Table(Func<int, int, double> entry)
    {
        double[,] table = new double[count, count];
        for (int i = 0; i < count; i++)
        {
            foreach (int j in Others(i))
            {
                table[i, j] = entry(i, j);
            }
        }

        return table;
    }

    private double SumOverPairs(Func<int, int, double> summand) =>
        Enumerable.Range(0, count).Sum(i => Others(i).Sum(j => summand(i, j)));

    private static double LogSumExp(IEnumerable<double> logarithms)
    {
        double[] values = [.. logarithms];
        double largest = values.DefaultIfEmpty(double.NegativeInfinity).Max();
        return double.IsNegativeInfinity(largest) ? largest : largest + Math.Log(values.Sum(x => Math.Exp(x - largest)));
    }

    private static double SquaredDistance(double[,] y, int i, int j)
    {
        double squared = 0;
        for (int d = 0; d < y.GetLength(1); d++)
        {
            squared += (y[i, d] - y[j, d]) * (y[i, d] - y[j, d]);
        }

        return squared;
    }
}
