using Xunit;

namespace Vicinity.Tests;

public sealed class SymmetricEigenTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(7)]
    [InlineData(40)]
    public void Vectors_diagonalize_the_matrix(int size)
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

        (double[] values, double[,] vectors) = SymmetricEigen.Solve(matrix);
        Assert.Equal(values.OrderDescending(), values);
        for (int k = 0; k < size; k++)
        {
            for (int i = 0; i < size; i++)
            {
                double image = Enumerable.Range(0, size).Sum(j => matrix[i, j] * vectors[j, k]);
                Assert.Equal(values[k] * vectors[i, k], image, 1e-11);
            }

            Assert.Equal(1, Enumerable.Range(0, size).Sum(i => vectors[i, k] * vectors[i, k]), 1e-12);
        }
    }
}
