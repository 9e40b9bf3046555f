namespace Vicinity;

/// <summary>The eigenvectors of the largest eigenvalues of a symmetric operator, by Lanczos steps with thick restarts (Wu and Simon 2000).</summary>
/// <remarks>
/// Every new vector is made orthogonal to all others, twice; at the end of a basis the best half is kept. It needs far fewer products than subspace
/// iteration where eigenvalues lie close together, and negative ones do no harm. Everything in double, in one fixed order, from a seeded start.
/// </remarks>
/// <param name="Values">Largest first.</param>
/// <param name="Vectors">One orthonormal array of length n each.</param>
internal sealed record KrylovEigenvectors(double[] Values, double[][] Vectors)
{
    private const int LeastBasis = 40;
    private const int MostRestarts = 60;
    private const double Tolerance = 1e-8;
    private const double Nothing = 1e-12;

    /// <summary>Finds them; fewer, if the space is smaller.</summary>
    /// <param name="size">n.</param>
    /// <param name="wanted">How many.</param>
    /// <param name="known">Eigenvectors to leave out, of any length.</param>
    /// <param name="multiply">Writes A x.</param>
    public static KrylovEigenvectors Find(int size, int wanted, double[][] known, Action<double[], double[]> multiply)
    {
        List<double[]> apart = [.. known.Select(vector => Scaled(vector, Norm(vector)))];
        int room = Math.Max(0, size - apart.Count);
        int most = Math.Min(room, LeastBasis + (2 * wanted));
        SeededRandom random = new(0);
        List<double[]> basis = [];
        double[,] projected = new double[most, most];
        double[] next = Fresh(random, size, apart, basis);
        double scale = 0;
        for (int restart = 0; most > 0; restart++)
        {
            double rest = 0;
            while (basis.Count < most)
            {
                basis.Add(next);
                double[] image = new double[size];
                multiply(next, image);
                Project(image, basis, projected);
                scale = Math.Max(scale, Norm(image));
                rest = RemoveAll(image, apart, basis);
                next = rest > Nothing * scale ? Scaled(image, rest) : Fresh(random, size, apart, basis);
            }

            (double[] values, double[,] rotation) = SymmetricEigen.Solve(projected);
            double worst = Enumerable.Range(0, Math.Min(wanted, most)).Max(k => Math.Abs(rest * rotation[most - 1, k]));
            bool isDone = most == room || restart == MostRestarts || worst <= Tolerance * Math.Abs(values[0]);
            basis = Combine(basis, rotation, isDone ? Math.Min(wanted, most) : wanted + ((most - wanted) / 2));
            if (isDone)
            {
                return new(values[..basis.Count], [.. basis]);
            }

            projected = Diagonal(values, basis.Count, most);
        }

        return new([], []);
    }

    /// <summary>Writes the products of the newest basis vector's image with all of them.</summary>
    private static void Project(double[] image, List<double[]> basis, double[,] projected)
    {
        int newest = basis.Count - 1;
        for (int i = 0; i <= newest; i++)
        {
            projected[i, newest] = projected[newest, i] = Dot(basis[i], image);
        }
    }

    /// <summary>Makes a vector orthogonal to two sets, twice for full orthogonality; returns the length that is left.</summary>
    private static double RemoveAll(double[] vector, List<double[]> apart, List<double[]> basis)
    {
        for (int pass = 0; pass < 2; pass++)
        {
            foreach (double[] other in apart.Concat(basis))
            {
                double product = Dot(other, vector);
                for (int k = 0; k < vector.Length; k++)
                {
                    vector[k] -= product * other[k];
                }
            }
        }

        return Norm(vector);
    }

    /// <summary>A random unit vector orthogonal to all others; zeros if there is no room for one.</summary>
    private static double[] Fresh(SeededRandom random, int size, List<double[]> apart, List<double[]> basis)
    {
        double[] vector = [.. Enumerable.Range(0, size).Select(_ => random.NextNormal())];
        double rest = RemoveAll(vector, apart, basis);
        return Scaled(vector, rest > Nothing ? rest : double.PositiveInfinity);
    }

    private static List<double[]> Combine(List<double[]> basis, double[,] rotation, int count) => [.. Enumerable.Range(0, count).Select(k =>
    {
        double[] sum = new double[basis[0].Length];
        for (int i = 0; i < basis.Count; i++)
        {
            for (int entry = 0; entry < sum.Length; entry++)
            {
                sum[entry] += rotation[i, k] * basis[i][entry];
            }
        }

        return sum;
    })];

    private static double[,] Diagonal(double[] values, int count, int size)
    {
        double[,] diagonal = new double[size, size];
        for (int i = 0; i < count; i++)
        {
            diagonal[i, i] = values[i];
        }

        return diagonal;
    }

    private static double[] Scaled(double[] vector, double length) => Array.ConvertAll(vector, value => length > 0 ? value / length : 0);

    private static double Norm(double[] vector) => Math.Sqrt(Dot(vector, vector));

    private static double Dot(double[] x, double[] y)
    {
        double sum = 0;
        for (int k = 0; k < x.Length; k++)
        {
            sum += x[k] * y[k];
        }

        return sum;
    }
}
