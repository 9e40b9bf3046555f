using Xunit;

namespace Vicinity.Tests;

[Trait("Leg", "Simd")]
public sealed class PcaStartTests
{
    [Theory]
    [InlineData(50, 5)]
    [InlineData(5, 50)]
    [InlineData(40, 40)]
    [InlineData(300, 33)]
    [InlineData(700, 130)]
    public void Scores_are_those_of_a_full_eigendecomposition(int rows, int columns)
    {
        Matrix data = Stretched(rows, columns, 1);
        double[,] scores = PrincipalComponents.Build(data, 3, 2).Scores(data, 2);
        double[,] expected = OracleScores(data, 3);
        for (int i = 0; i < rows; i++)
        {
            for (int k = 0; k < 3; k++)
            {
                Assert.Equal(expected[i, k], scores[i, k], 2e-4 * Math.Abs(expected[0, 0]) + 2e-3);
            }
        }
    }

    [Fact]
    public void The_first_column_has_deviation_1e_minus_4_and_the_aspect_is_kept()
    {
        Matrix data = Stretched(200, 6, 2);
        double[,] scores = OracleScores(data, 2);
        Matrix start = Start.Pca.Build(data, 2);
        Assert.Equal(1e-4, Deviation(i => start[i, 0], 200), 1e-10);
        Assert.Equal(Deviation(i => scores[i, 1], 200) / Deviation(i => scores[i, 0], 200), Deviation(i => start[i, 1], 200) / 1e-4, 1e-5);
    }

    [Theory]
    [InlineData(1e-12)]
    [InlineData(1e12)]
    public void Units_do_not_matter(double factor)
    {
        Matrix data = Stretched(100, 5, 3);
        Matrix scaled = Map(data, value => (float)(value * factor));
        Matrix expected = Start.Pca.Build(data, 2);
        Matrix actual = Start.Pca.Build(scaled, 2);
        for (int i = 0; i < 100; i++)
        {
            Assert.Equal(expected[i, 0], actual[i, 0], 1e-9);
            Assert.Equal(expected[i, 1], actual[i, 1], 1e-9);
        }
    }

    [Fact]
    public void The_largest_loading_of_a_component_is_positive()
    {
        // Mirroring the data mirrors the scores of a fixed sign convention, and nothing else.
        Matrix data = Stretched(100, 5, 4);
        Matrix mirrored = Map(data, value => -value);
        double[,] scores = PrincipalComponents.Build(data, 2, 1).Scores(data, 1);
        double[,] other = PrincipalComponents.Build(mirrored, 2, 1).Scores(mirrored, 1);
        Assert.Equal(scores[7, 0], -other[7, 0], 1e-6);
        Assert.Equal(scores[7, 1], -other[7, 1], 1e-6);
    }

    [Fact]
    public void Missing_components_are_filled_with_noise_and_reported()
    {
        Matrix line = Matrix.Create(30, 3, (i, row) => { row[0] = i; row[1] = 2 * i; row[2] = 5; });
        List<FitWarning> warnings = [];
        Matrix start = Start.Pca.Build(line, 2, seed: 7, warnings: warnings);
        Assert.Equal("D113", Assert.Single(warnings).Code);
        Assert.InRange(Deviation(i => start[i, 1], 30), 0.5e-4, 2e-4);
    }

    [Fact]
    public void Equal_rows_and_single_rows_give_a_finite_start()
    {
        Matrix equal = Matrix.Create(10, 3, (_, row) => row.Fill(3));
        Assert.All(Enumerable.Range(0, 10), i => Assert.True(float.IsFinite(Start.Pca.Build(equal, 2)[i, 1])));
        Assert.Equal(1, Start.Pca.Build(Matrix.Create(1, 3, (_, _) => { }), 2).Rows);
    }

    [Fact]
    public void The_bits_do_not_depend_on_the_threads()
    {
        Matrix data = Stretched(700, 70, 5);
        Matrix one = Start.Pca.Build(data, 3, threads: 1);
        Matrix eight = Start.Pca.Build(data, 3, threads: 8);
        Assert.All(Enumerable.Range(0, 700), i => Assert.True(one.Row(i).SequenceEqual(eight.Row(i))));
    }

    /// <summary>Normal numbers whose columns have the deviations 10, 5, 3.3 ..., mixed by a rotation, far from the origin.</summary>
    private static Matrix Stretched(int rows, int columns, int seed)
    {
        SeededRandom random = new(seed);
        return Matrix.Create(rows, columns, (_, row) =>
        {
            for (int d = 0; d < columns; d++)
            {
                row[d] = (float)(100 + (10.0 / (d + 1) * random.NextNormal()));
            }

            (row[0], row[1]) = ((row[0] * 0.6f) - (row[1] * 0.8f), (row[0] * 0.8f) + (row[1] * 0.6f));
        });
    }

    private static Matrix Map(Matrix data, Func<float, float> function) => Matrix.Create(data.Rows, data.Columns, (i, row) =>
    {
        for (int d = 0; d < row.Length; d++)
        {
            row[d] = function(data[i, d]);
        }
    });

    /// <summary>Scores by the definition: Jacobi rotations on the full covariance in double.</summary>
    private static double[,] OracleScores(Matrix data, int count)
    {
        int columns = data.Columns;
        double[] means = [.. Enumerable.Range(0, columns).Select(d => Enumerable.Range(0, data.Rows).Average(i => (double)data[i, d]))];
        double[,] covariance = new double[columns, columns];
        for (int a = 0; a < columns; a++)
        {
            for (int b = 0; b < columns; b++)
            {
                covariance[a, b] = Enumerable.Range(0, data.Rows).Sum(i => (data[i, a] - means[a]) * (data[i, b] - means[b]));
            }
        }

        double[,] vectors = SymmetricEigen.Solve(covariance).Vectors;
        double[,] scores = new double[data.Rows, count];
        for (int k = 0; k < count; k++)
        {
            double sign = Math.Sign(Enumerable.Range(0, columns).Select(d => vectors[d, k]).MaxBy(Math.Abs));
            for (int i = 0; i < data.Rows; i++)
            {
                scores[i, k] = sign * Enumerable.Range(0, columns).Sum(d => (data[i, d] - means[d]) * vectors[d, k]);
            }
        }

        return scores;
    }

    private static double Deviation(Func<int, double> value, int count) => Math.Sqrt(Enumerable.Range(0, count).Average(i => value(i) * value(i)));
}
