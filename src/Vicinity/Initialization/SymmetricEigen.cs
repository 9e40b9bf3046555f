namespace Vicinity;

/// <summary>All eigenvalues and eigenvectors of a small symmetric matrix by cyclic Jacobi rotations, A = V diag(lambda) V^T.</summary>
/// <remarks>O(n^3) per sweep, about eight sweeps; source: Golub and Van Loan, Matrix Computations, section 8.5.</remarks>
internal static class SymmetricEigen
{
    private const int MaximalSweeps = 60;

    /// <summary>Eigenvalues, largest first, and the eigenvectors as the columns of an n x n array.</summary>
    public static (double[] Values, double[,] Vectors) Solve(double[,] matrix)
    {
        int n = matrix.GetLength(0);
        double[,] a = (double[,])matrix.Clone();
        double[,] v = Identity(n);
        for (int sweep = 0; sweep < MaximalSweeps && !IsDiagonal(a); sweep++)
        {
            for (int p = 0; p < n; p++)
            {
                for (int q = p + 1; q < n; q++)
                {
                    Rotate(a, v, p, q);
                }
            }
        }

        return Sorted(a, v);
    }

    private static double[,] Identity(int n)
    {
        double[,] identity = new double[n, n];
        for (int i = 0; i < n; i++)
        {
            identity[i, i] = 1;
        }

        return identity;
    }

    private static bool IsDiagonal(double[,] a)
    {
        double diagonal = 0;
        double rest = 0;
        for (int i = 0; i < a.GetLength(0); i++)
        {
            diagonal += a[i, i] * a[i, i];
            for (int j = 0; j < i; j++)
            {
                rest += a[i, j] * a[i, j];
            }
        }

        return rest <= 1e-30 * diagonal;
    }

    /// <summary>Makes a_pq zero by a rotation in the plane of p and q.</summary>
    private static void Rotate(double[,] a, double[,] v, int p, int q)
    {
        if (a[p, q] == 0)
        {
            return;
        }

        double tau = (a[q, q] - a[p, p]) / (2 * a[p, q]);
        double tangent = (tau >= 0 ? 1 : -1) / (Math.Abs(tau) + Math.Sqrt(1 + (tau * tau)));
        double cosine = 1 / Math.Sqrt(1 + (tangent * tangent));
        double sine = tangent * cosine;
        for (int k = 0; k < a.GetLength(0); k++)
        {
            (a[k, p], a[k, q]) = ((cosine * a[k, p]) - (sine * a[k, q]), (sine * a[k, p]) + (cosine * a[k, q]));
        }

        for (int k = 0; k < a.GetLength(0); k++)
        {
            (a[p, k], a[q, k]) = ((cosine * a[p, k]) - (sine * a[q, k]), (sine * a[p, k]) + (cosine * a[q, k]));
            (v[k, p], v[k, q]) = ((cosine * v[k, p]) - (sine * v[k, q]), (sine * v[k, p]) + (cosine * v[k, q]));
        }
    }

    private static (double[] Values, double[,] Vectors) Sorted(double[,] a, double[,] v)
    {
        int n = a.GetLength(0);
        int[] order = [.. Enumerable.Range(0, n).OrderByDescending(i => a[i, i])];
        double[,] vectors = new double[n, n];
        for (int i = 0; i < n; i++)
        {
            for (int k = 0; k < n; k++)
            {
                vectors[k, i] = v[k, order[i]];
            }
        }

        return ([.. order.Select(i => a[i, i])], vectors);
    }
}
