namespace Vicinity.Tests;

/// <summary>P by definition: dense, in double, by bisection, every step its own matrix.</summary>
internal static class AffinityOracle
{
    /// <summary>Distances to the k nearest; infinity for all others and for the point itself.</summary>
    public static double[,] Nearest(Matrix data, int k)
    {
        double[,] r = new double[data.Rows, data.Rows];
        for (int i = 0; i < data.Rows; i++)
        {
            foreach (int j in Enumerable.Range(0, data.Rows))
            {
                r[i, j] = double.PositiveInfinity;
            }

            foreach ((int j, double distance) in BruteForce.Neighbors(data, i, k))
            {
                r[i, j] = (float)distance;
            }
        }

        return r;
    }

    /// <summary>V of a kernel with a perplexity, exp(-beta_i r^power), and its beta.</summary>
    public static (double[,] V, double[] Betas) Entropic(double[,] r, Func<int, double> perplexity, int power)
    {
        double[] betas = [.. Enumerable.Range(0, r.GetLength(0)).Select(i => Beta(Row(r, i), perplexity(i), power))];
        return (Map(r, (i, _, distance) => Math.Exp(-betas[i] * Math.Pow(distance, power))), betas);
    }

    public static double[,] EqualWeights(double[,] r) => Map(r, (_, _, distance) => double.IsFinite(distance) ? 1 : 0);

    /// <summary>UMAP's weights with k counting the point itself, sigma to the last bit.</summary>
    public static double[,] Smooth(double[,] r)
    {
        double[][] rows = [.. Enumerable.Range(0, r.GetLength(0)).Select(i => Row(r, i).Where(double.IsFinite).ToArray())];
        double meanOfAll = rows.Average(row => row.Sum() / (row.Length + 1));
        double[] rho = [.. rows.Select(row => row.Where(d => d > 0).DefaultIfEmpty(0).Min())];
        double[] sigma = [.. rows.Select((row, i) => Math.Max(
            Bisect(s => row.Sum(d => Math.Exp(-Math.Max(0, d - rho[i]) / s)) < Math.Log2(row.Length + 1)),
            1e-3 * (rho[i] > 0 ? row.Sum() / (row.Length + 1) : meanOfAll)))];
        return Map(r, (i, _, d) => Math.Exp(-Math.Max(0, d - rho[i]) / sigma[i]));
    }

    /// <summary>P of V.</summary>
    public static double[,] Form(double[,] v, AffinityForm form, AffinitySymmetry symmetry)
    {
        int n = v.GetLength(0);
        double[,] r = DivideRows(v);
        double[,] a = Symmetric(form is AffinityForm.Matrix or AffinityForm.Raw ? v : r, symmetry);
        return form switch
        {
            AffinityForm.Row or AffinityForm.RowSymmetricRow => DivideRows(a),
            AffinityForm.Mean or AffinityForm.Raw => a,
            _ => Map(a, (_, _, value) => value / a.Cast<double>().Sum()),
        };
    }

    public static double[,] DivideRows(double[,] a) => Map(a, (i, _, value) => value == 0 ? 0 : value / Row(a, i).Sum());

    public static double[] Row(double[,] a, int i) => [.. Enumerable.Range(0, a.GetLength(1)).Select(j => a[i, j])];

    public static double Entropy(double[] p) => -p.Where(value => value > 0).Sum(value => value * Math.Log(value));

    public static double[,] Map(double[,] a, Func<int, int, double, double> change)
    {
        double[,] result = new double[a.GetLength(0), a.GetLength(1)];
        for (int i = 0; i < a.GetLength(0); i++)
        {
            for (int j = 0; j < a.GetLength(1); j++)
            {
                result[i, j] = change(i, j, a[i, j]);
            }
        }

        return result;
    }

    private static double[,] Symmetric(double[,] a, AffinitySymmetry symmetry) => Map(a, (i, j, value) => symmetry switch
    {
        AffinitySymmetry.Average => (value + a[j, i]) / 2,
        AffinitySymmetry.FuzzyUnion => value + a[j, i] - (value * a[j, i]),
        AffinitySymmetry.Mutual => Math.Sqrt(value * a[j, i]),
        AffinitySymmetry.None => value,
        _ => throw new ArgumentOutOfRangeException(nameof(symmetry)),
    });

    private static double Beta(double[] r, double perplexity, int power) =>
        1 / Bisect(scale => Math.Exp(Entropy(Probabilities(r, 1 / scale, power))) < perplexity);

    private static double[] Probabilities(double[] r, double beta, int power)
    {
        double least = r.Min();
        double[] w = [.. r.Select(d => Math.Exp(-beta * (Math.Pow(d, power) - Math.Pow(least, power))))];
        return [.. w.Select(value => value / w.Sum())];
    }

    /// <summary>The scale at which a statement that holds for small ones ceases to hold.</summary>
    private static double Bisect(Func<double, bool> isTooSmall)
    {
        (double low, double high) = (1e-9, 1e9);
        for (int step = 0; step < 120; step++)
        {
            double middle = Math.Sqrt(low * high);
            (low, high) = isTooSmall(middle) ? (middle, high) : (low, middle);
        }

        return high;
    }
}
