using Xunit;

namespace Vicinity.Tests;

/// <summary>Trustworthiness and continuity as scikit-learn has them.</summary>
/// <remarks>
/// Pedigree: sklearn.manifold.trustworthiness(X, Y, n_neighbors=k), and (Y, X) for continuity; scikit-learn 1.2.1, numpy 1.24.2, Python 3.11.2.
/// X[i, j] = ((7919 i + 104729 j + i i (j + 1)) mod 65521) / 64 and Y[i, j] = ((6007 i + 3571 j + i i (j + 1)) mod 32749) / 64: exact in float, and no two
/// distances from a point are equal, so that the order of ties does not matter.
/// </remarks>
public sealed class QualityGoldenTests
{
    [Theory]
    [InlineData(60, 3, 1, 0.6313218390804598, 0.3402298850574713)]
    [InlineData(60, 3, 5, 0.5913461538461539, 0.5494871794871795)]
    [InlineData(60, 3, 12, 0.5506024096385542, 0.5271753681392235)]
    [InlineData(60, 3, 29, 0.5288793103448276, 0.49888649425287357)]
    [InlineData(200, 8, 5, 0.45885937500000007, 0.47409375)]
    [InlineData(200, 8, 29, 0.5037864721485412, 0.5234328028293546)]
    [InlineData(500, 20, 1, 0.4934698795180722, 0.5013373493975903)]
    [InlineData(500, 20, 12, 0.5067777777777778, 0.5110996884735203)]
    public void An_unrelated_map_agrees(int n, int columns, int k, double trustworthiness, double continuity) =>
        Agree(Table(n, columns, 7919, 104729, 65521), Table(n, 2, 6007, 3571, 32749), k, trustworthiness, continuity);

    [Theory]
    [InlineData(60, 3, 1, 0.9755747126436781, 0.9916666666666667)]
    [InlineData(60, 3, 12, 0.943908969210174, 0.9927710843373494)]
    [InlineData(200, 8, 5, 0.75696875, 0.8915260416666667)]
    [InlineData(200, 8, 12, 0.7220224977043159, 0.8374770431588614)]
    [InlineData(500, 20, 5, 0.6502471544715447, 0.7892772357723578)]
    [InlineData(500, 20, 29, 0.6309493345432546, 0.7098526920750151)]
    public void The_first_two_columns_as_a_map_agree(int n, int columns, int k, double trustworthiness, double continuity)
    {
        Matrix data = Table(n, columns, 7919, 104729, 65521);
        Agree(data, Matrix.Create(n, 2, (i, row) => data.Row(i)[..2].CopyTo(row)), k, trustworthiness, continuity);
    }

    private static void Agree(Matrix data, Matrix map, int k, double trustworthiness, double continuity)
    {
        QualityReport report = Quality.Assess(data, map, new() { Neighbors = k });
        Assert.Equal(trustworthiness, report.Trustworthiness.Value, 1e-12);
        Assert.Equal(continuity, report.Continuity.Value, 1e-12);
    }

    private static Matrix Table(int n, int columns, long a, long b, long modulus) => Matrix.Create(n, columns, (i, row) =>
    {
        for (int j = 0; j < row.Length; j++)
        {
            row[j] = ((i * a) + (j * b) + ((long)i * i * (j + 1))) % modulus / 64f;
        }
    });
}
