namespace Vicinity;

/// <summary>
/// Cost and gradient of any mixture in double, as the mathematics is written: dC/dy_i = 2 sum_j (k_ij + k_ji)(y_i - y_j) with
/// k_ij = -psi_ij (h_ij - q_ij sum h), h = q dC/dq, sums over the row (point-wise) or over all pairs, none if nothing is normalised.
/// </summary>
/// <remarks>
/// Slow (a handful of n x n tables), nothing assumed symmetric, right for any total of P. Averaged q takes the mean of both directions
/// and a symmetrised slope; several scales take the mean over theirs: then h stands at the mean q, and the part of scale u in it is
/// h q_u / q.
/// </remarks>
internal sealed class MasterEquation<TDivergence, TKernel> : IMasterEquation
    where TDivergence : struct, IScalarDivergence
    where TKernel : struct, IScalarKernel
{
    private readonly TDivergence divergence;
    private readonly TKernel kernel;
    private readonly Normalization normalization;
    private readonly double[,] p;
    private readonly KernelParameters[] scales;
    private readonly int count;

    /// <summary>One scale with all parameters 1 if none is given.</summary>
    public MasterEquation(TDivergence divergence, TKernel kernel, Normalization normalization, double[,] p, params KernelParameters[] scales)
    {
        this.divergence = divergence;
        this.kernel = kernel;
        this.normalization = normalization;
        this.p = p;
        this.scales = scales.Length == 0 ? [new()] : scales;
        count = p.GetLength(0);
    }

    public IMasterEquation With(params KernelParameters[] scales) =>
        new MasterEquation<TDivergence, TKernel>(divergence, kernel, normalization, p, scales);

    public double Cost(double[,] y, double exaggeration = 1)
    {
        double[][,] lnW = LogWeights(SquareTable.SquaredDistances(y));
        double[,] lnQ = Mean([.. lnW.Select(LogProbabilities)]);
        double[,] lnMean = Mean(lnW);
        return SquareTable.Sum(SquareTable.Of(count, (i, j) =>
            divergence.Term(p[i, j], Math.Exp(lnQ[i, j]), lnQ[i, j]) - ((exaggeration - 1) * p[i, j] * lnMean[i, j])));
    }

    public double[,] Gradient(double[,] y, double exaggeration = 1)
    {
        double[,] f = SquareTable.SquaredDistances(y);
        double[][,] slopes = WeightSlopes(f, exaggeration);
        double[,] k = SquareTable.Of(count, (i, j) =>
            -Enumerable.Range(0, scales.Length).Sum(u => scales[u].Decay(kernel, f[i, j], i) * slopes[u][i, j]));
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

    public double[] PrecisionSlope(double[,] y, double exaggeration = 1) =>
        ParameterSlope(y, exaggeration, (f, i) => scales[0].PrecisionSlope(kernel, f, i));

    public double[] ThetaSlope(double[,] y, double exaggeration = 1)
    {
        if (kernel is not ILearnableKernel learnable)
        {
            throw new InvalidOperationException($"{typeof(TKernel).Name} has no parameter of its own that can be learned.");
        }

        return ParameterSlope(y, exaggeration, (f, i) => scales[0].ThetaSlope(learnable, f, i));
    }

    private double[] ParameterSlope(double[,] y, double exaggeration, Func<double, int, double> logSlope)
    {
        double[,] f = SquareTable.SquaredDistances(y);
        double[,] slope = WeightSlopes(f, exaggeration)[0];
        return SquareTable.RowSums(SquareTable.Of(count, (i, j) => slope[i, j] * logSlope(f[i, j], i)));
    }

    /// <summary>dJ_a / d ln w_ij of every scale: (h_ij - q_ij sum h - (a - 1) p_ij) / L.</summary>
    private double[][,] WeightSlopes(double[,] f, double exaggeration)
    {
        double[][,] lnW = LogWeights(f);
        double[][,] lnQ = [.. lnW.Select(LogProbabilities)];
        double[,] lnMeanQ = Mean(lnQ);
        double[,] lnMeanW = Mean(lnW);
        double[,] h = Directed(SquareTable.Of(count, (i, j) => divergence.Pull(p[i, j], Math.Exp(lnMeanQ[i, j]), lnMeanQ[i, j])));
        double[,] attraction = Directed(p);
        return [.. Enumerable.Range(0, scales.Length).Select(u =>
        {
            double[,] part = SquareTable.Of(count, (i, j) => h[i, j] * Math.Exp(lnQ[u][i, j] - lnMeanQ[i, j]));
            double[] sums = Sums(part);
            return SquareTable.Of(count, (i, j) => (part[i, j] - (Math.Exp(lnQ[u][i, j]) * sums[i])
                - ((exaggeration - 1) * attraction[i, j] * Math.Exp(lnW[u][i, j] - lnMeanW[i, j]))) / scales.Length);
        })];
    }

    private double[][,] LogWeights(double[,] f) =>
        [.. scales.Select(scale => SquareTable.Of(count, (i, j) => scale.LogWeight(kernel, f[i, j], i, j)))];

    /// <summary>ln q = ln w - ln S; never the logarithm of a q that underflowed.</summary>
    private double[,] LogProbabilities(double[,] lnW)
    {
        if (normalization == Normalization.None)
        {
            return lnW;
        }

        double[] rows = SquareTable.LogSums(lnW);
        double all = SquareTable.LogSum(rows);
        return SquareTable.Of(count, (i, j) => lnW[i, j] - (normalization == Normalization.PointWise ? rows[i] : all));
    }

    /// <summary>The logarithm of the mean over all scales, and over both directions if q is averaged.</summary>
    private double[,] Mean(double[][,] logarithms)
    {
        bool isAveraged = normalization == Normalization.Averaged;
        if (logarithms.Length == 1 && !isAveraged)
        {
            return logarithms[0];
        }

        double parts = Math.Log(logarithms.Length * (isAveraged ? 2 : 1));
        return SquareTable.Of(count, (i, j) => SquareTable.LogSum(
            isAveraged ? logarithms.SelectMany(table => (double[])[table[i, j], table[j, i]]) : logarithms.Select(table => table[i, j])) - parts);
    }

    /// <summary>A table as it is, or symmetrised if q is averaged.</summary>
    private double[,] Directed(double[,] table) => normalization == Normalization.Averaged ? SquareTable.Symmetric(table) : table;

    private double[] Sums(double[,] h) => normalization switch
    {
        Normalization.None => new double[count],
        Normalization.PointWise => SquareTable.RowSums(h),
        _ => [.. Enumerable.Repeat(SquareTable.Sum(h), count)],
    };
}
