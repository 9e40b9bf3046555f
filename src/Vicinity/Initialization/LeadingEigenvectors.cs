namespace Vicinity;

/// <summary>The first eigenvectors of a positive semi-definite operator by subspace iteration with Rayleigh-Ritz projection.</summary>
/// <remarks>
/// Spare vectors beside the wanted ones make the convergence rate lambda_(block + 1) / lambda_wanted. Everything in double and in one
/// fixed order; the start is seeded. Source: Saad, Numerical Methods for Large Eigenvalue Problems, section 5.2.
/// </remarks>
internal static class LeadingEigenvectors
{
    private const int Spare = 10;
    private const int MaximalIterations = 300;
    private const double Tolerance = 1e-10;

    /// <summary>Orthonormal vectors, one array of length n each, by falling eigenvalue.</summary>
    /// <param name="size">n.</param>
    /// <param name="wanted">How many, at most n.</param>
    /// <param name="multiply">Writes A x for every x of a block.</param>
    /// <param name="tolerance">Change of the eigenvalues, as a share of the largest, at which they are settled.</param>
    /// <param name="iterations">Products at most.</param>
    public static double[][] Find(
        int size, int wanted, Func<double[][], double[][]> multiply, double tolerance = Tolerance, int iterations = MaximalIterations)
    {
        double[][] basis = RandomBlock(size, Math.Min(size, wanted + Spare));
        Orthonormalize(basis);
        double[] previous = new double[basis.Length];
        for (int iteration = 0; iteration < iterations; iteration++)
        {
            double[][] image = multiply(basis);
            (double[] values, double[,] rotation) = SymmetricEigen.Solve(Products(basis, image));
            basis = Combine(image, rotation);
            Orthonormalize(basis);
            if (IsSettled(values, previous, wanted, tolerance))
            {
                break;
            }

            previous = values;
        }

        return basis[..wanted];
    }

    private static bool IsSettled(double[] values, double[] previous, int wanted, double tolerance)
    {
        for (int i = 0; i < wanted; i++)
        {
            if (Math.Abs(values[i] - previous[i]) > tolerance * Math.Abs(values[0]))
            {
                return false;
            }
        }

        return true;
    }

    private static double[][] RandomBlock(int size, int count)
    {
        SeededRandom random = new(0);
        return [.. Enumerable.Range(0, count).Select(_ => Enumerable.Range(0, size).Select(_ => random.NextNormal()).ToArray())];
    }

    private static double[,] Products(double[][] left, double[][] right)
    {
        double[,] products = new double[left.Length, left.Length];
        for (int i = 0; i < left.Length; i++)
        {
            for (int j = 0; j < left.Length; j++)
            {
                products[i, j] = (DotProduct.Of(left[i], right[j]) + DotProduct.Of(left[j], right[i])) / 2;
            }
        }

        return products;
    }

    private static double[][] Combine(double[][] block, double[,] rotation)
    {
        double[][] result = [.. block.Select(vector => new double[vector.Length])];
        for (int i = 0; i < block.Length; i++)
        {
            for (int j = 0; j < block.Length; j++)
            {
                DotProduct.AddScaled(result[i], block[j], rotation[j, i]);
            }
        }

        return result;
    }

    /// <summary>Gram-Schmidt, twice for full orthogonality; a vector with nothing left is replaced by zeros.</summary>
    private static void Orthonormalize(double[][] block)
    {
        for (int i = 0; i < block.Length; i++)
        {
            double before = Math.Sqrt(DotProduct.Of(block[i], block[i]));
            for (int pass = 0; pass < 2; pass++)
            {
                for (int j = 0; j < i; j++)
                {
                    DotProduct.AddScaled(block[i], block[j], -DotProduct.Of(block[i], block[j]));
                }
            }

            double length = Math.Sqrt(DotProduct.Of(block[i], block[i]));
            double factor = length > 1e-14 * before ? 1 / length : 0;
            for (int k = 0; k < block[i].Length; k++)
            {
                block[i][k] *= factor;
            }
        }
    }
}
