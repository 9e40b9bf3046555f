namespace Vicinity.Tests;

/// <summary>
/// The master equation word for word, k_ij = (1/S)(g_ij - sum g q) dw/df, with any g: where a printed formula is put in and compared.
/// Its only tables are w, dw/df and q.
/// </summary>
internal sealed class LiteralEquation
{
    private readonly Normalization normalization;
    private readonly double[,] p;
    private readonly double[,] y;
    private readonly double[,] w;
    private readonly double[,] slope;
    private readonly double[] sums;

    public LiteralEquation(IScalarKernel kernel, KernelParameters parameters, Normalization normalization, double[,] p, double[,] y)
    {
        this.normalization = normalization;
        this.p = p;
        this.y = y;
        AnyKernel any = new(kernel);
        double[,] f = SquareTable.SquaredDistances(y);
        w = Table((i, j) => Math.Exp(parameters.LogWeight(any, f[i, j], i, j)));
        slope = Table((i, j) => -parameters.Decay(any, f[i, j], i) * w[i, j]);
        sums = normalization == Normalization.PointWise ? SquareTable.RowSums(w) : [.. p.Cast<double>().Take(p.GetLength(0)).Select(_ => SquareTable.Sum(w))];
        Q = Table((i, j) => (normalization == Normalization.Averaged ? 0.5 * (w[i, j] + w[j, i]) : w[i, j]) / sums[i]);
    }

    public double[,] Q { get; }

    /// <summary>w, the weights.</summary>
    public double[,] W => w;

    /// <summary>The gradient that a slope g = dC/dq would give.</summary>
    public double[,] Gradient(Func<double, double, double> g, bool isSymmetrized = true)
    {
        double[,] plain = Table((i, j) => g(p[i, j], Q[i, j]));
        double[,] used = normalization == Normalization.Averaged && isSymmetrized ? SquareTable.Symmetric(plain) : plain;
        double[,] products = Table((i, j) => used[i, j] * Q[i, j]);
        double[] rows = SquareTable.RowSums(products);
        double total = rows.Sum();
        return FromForces((i, j) => (used[i, j] - (normalization == Normalization.PointWise ? rows[i] : total)) / sums[i] * slope[i, j]);
    }

    /// <summary>2 sum_j (k_ij + k_ji)(y_i - y_j).</summary>
    public double[,] FromForces(Func<int, int, double> force)
    {
        double[,] k = Table(force);
        double[,] gradient = new double[y.GetLength(0), y.GetLength(1)];
        for (int i = 0; i < y.GetLength(0); i++)
        {
            for (int j = 0; j < y.GetLength(0); j++)
            {
                for (int d = 0; d < y.GetLength(1); d++)
                {
                    gradient[i, d] += 2 * (k[i, j] + k[j, i]) * (y[i, d] - y[j, d]);
                }
            }
        }

        return gradient;
    }

    private double[,] Table(Func<int, int, double> entry) => SquareTable.Of(p.GetLength(0), entry);
}
