using Xunit;

namespace Vicinity.Tests;

public sealed class KrylovEigenvectorsTests
{
    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 2)]
    [InlineData(3, 1)]
    [InlineData(12, 3)]
    [InlineData(45, 3)]
    [InlineData(200, 3)]
    [InlineData(400, 2)]
    public void The_largest_eigenvalues_are_those_of_a_full_decomposition_negative_ones_or_not(int size, int wanted)
    {
        double[,] matrix = Symmetric(size);
        (double[] values, double[,] vectors) = SymmetricEigen.Solve(matrix);
        KrylovEigenvectors found = KrylovEigenvectors.Find(size, wanted, [], (x, result) => Multiply(matrix, x, result));
        for (int k = 0; k < wanted; k++)
        {
            Assert.Equal(values[k], found.Values[k], 1e-7 * Math.Sqrt(size));
            double overlap = Enumerable.Range(0, size).Sum(i => vectors[i, k] * found.Vectors[k][i]);
            Assert.Equal(1, Math.Abs(overlap), 1e-6);
        }
    }

    [Fact]
    public void Known_eigenvectors_are_left_out()
    {
        double[,] matrix = Symmetric(60);
        (double[] values, double[,] vectors) = SymmetricEigen.Solve(matrix);
        double[] first = [.. Enumerable.Range(0, 60).Select(i => 5 * vectors[i, 0])];
        KrylovEigenvectors found = KrylovEigenvectors.Find(60, 2, [first], (x, result) => Multiply(matrix, x, result));
        Assert.Equal(values[1], found.Values[0], 1e-7);
        Assert.Equal(values[2], found.Values[1], 1e-7);
    }

    [Fact]
    public void A_space_that_is_too_small_gives_what_it_has()
    {
        KrylovEigenvectors found = KrylovEigenvectors.Find(2, 3, [[1, 1]], (x, result) => x.CopyTo(result, 0));
        Assert.Single(found.Vectors);
        Assert.Empty(KrylovEigenvectors.Find(0, 2, [], (_, _) => { }).Vectors);
    }

    [Fact]
    public void Equal_eigenvalues_give_orthonormal_vectors()
    {
        KrylovEigenvectors found = KrylovEigenvectors.Find(50, 3, [], (x, result) => x.CopyTo(result, 0));
        for (int a = 0; a < 3; a++)
        {
            for (int b = 0; b < 3; b++)
            {
                Assert.Equal(a == b ? 1 : 0, found.Vectors[a].Zip(found.Vectors[b], (x, y) => x * y).Sum(), 1e-10);
            }
        }
    }

    private static double[,] Symmetric(int size)
    {
        SeededRandom random = new(size);
        double[,] matrix = new double[size, size];
        for (int i = 0; i < size; i++)
        {
            for (int j = 0; j <= i; j++)
            {
                matrix[i, j] = matrix[j, i] = random.NextNormal();
            }
        }

        return matrix;
    }

    private static void Multiply(double[,] matrix, double[] x, double[] result)
    {
        for (int i = 0; i < x.Length; i++)
        {
            result[i] = 0;
            for (int j = 0; j < x.Length; j++)
            {
                result[i] += matrix[i, j] * x[j];
            }
        }
    }
}
