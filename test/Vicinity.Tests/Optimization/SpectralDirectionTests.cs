using Xunit;

namespace Vicinity.Tests;

public sealed class SpectralDirectionTests
{
    [Theory]
    [InlineData(AffinityForm.Joint, 8)]
    [InlineData(AffinityForm.Row, 8)]
    [InlineData(AffinityForm.Joint, 29)]
    public void The_direction_is_the_dense_solution_column_by_column(AffinityForm form, int neighbors)
    {
        Affinities affinities = Sample(form, neighbors);
        double[,] b = Dense(affinities);
        Coordinates gradient = Slopes(affinities.Count);
        double[] direction = Find(affinities, gradient, 1, 1e-12);
        for (int d = 0; d < 2; d++)
        {
            double[] column = Centered(gradient, d);
            for (int i = 0; i < affinities.Count; i++)
            {
                double image = Enumerable.Range(0, affinities.Count).Sum(j => b[i, j] * direction[(d * gradient.Stride) + j]);
                Assert.Equal(-column[i], image, 1e-9);
            }
        }
    }

    [Fact]
    public void The_usual_tolerance_leaves_a_thousandth_of_the_gradient_and_a_direction_of_descent()
    {
        Affinities affinities = Sample(AffinityForm.Joint, 8);
        Coordinates gradient = Slopes(affinities.Count);
        double[] exact = Find(affinities, gradient, 1, 1e-12);
        double[] usual = Find(affinities, gradient, 1, 1e-3);
        double difference = Math.Sqrt(exact.Zip(usual, (x, y) => (x - y) * (x - y)).Sum() / exact.Sum(x => x * x));
        Assert.InRange(difference, 1e-12, 0.02);
        Assert.True(usual.Select((x, k) => x * gradient.All[k]).Sum() < 0);
    }

    [Fact]
    public void Exaggeration_shortens_it()
    {
        Affinities affinities = Sample(AffinityForm.Joint, 8);
        Coordinates gradient = Slopes(affinities.Count);
        double[] plain = Find(affinities, gradient, 1, 1e-10);
        double[] exaggerated = Find(affinities, gradient, 4, 1e-10);
        Assert.All(Enumerable.Range(0, plain.Length), k => Assert.Equal(plain[k] / 4, exaggerated[k], 1e-9));
    }

    /// <summary>dA/dY = B Y for the Gaussian, because A is then a quadratic form; A is what exaggeration adds to the gradient.</summary>
    [Theory]
    [InlineData(AffinityForm.Joint)]
    [InlineData(AffinityForm.Row)]
    public void The_matrix_is_the_Hessian_of_the_attraction_for_the_Gaussian(AffinityForm form)
    {
        Affinities affinities = Sample(form, 8);
        IGradientEngine engine = ExactGradient.Create(form == AffinityForm.Row ? Objective.Asne : Objective.Ssne, affinities, 2, 1);
        Coordinates positions = Slopes(affinities.Count);
        Coordinates plain = new(affinities.Count, 2);
        Coordinates exaggerated = new(affinities.Count, 2);
        engine.Gradient(positions, 1, plain);
        engine.Gradient(positions, 2, exaggerated);
        double[] x = Centered(positions, 0);
        double[] image = new double[x.Length];
        new AttractionMatrix(affinities, 2).Multiply(x, image);
        double scale = image.Max(Math.Abs);
        Assert.All(Enumerable.Range(0, x.Length), i => Assert.Equal(image[i], exaggerated.Axis(0)[i] - plain.Axis(0)[i], 1e-5 * scale));
    }

    [Fact]
    public void Distances_have_the_matrix_of_equal_weights()
    {
        double[] x = [1, -2, 1];
        double[] image = new double[3];
        new AttractionMatrix(3).Multiply(x, image);
        Assert.Equal([12, -24, 12], image);
    }

    private static double[] Find(Affinities affinities, Coordinates gradient, double exaggeration, double tolerance)
    {
        double[] direction = new double[gradient.All.Length];
        double[] wide = [.. gradient.All.ToArray().Select(value => (double)value)];
        Assert.Equal(1, new SpectralDirection(() => new(affinities, 2), 2, tolerance).Find(wide, exaggeration, direction));
        return direction;
    }

    private static double[] Centered(Coordinates values, int d)
    {
        double mean = Enumerable.Range(0, values.Count).Average(i => (double)values.Axis(d)[i]);
        return [.. Enumerable.Range(0, values.Count).Select(i => values.Axis(d)[i] - mean)];
    }

    private static Affinities Sample(AffinityForm form, int neighbors)
    {
        SeededRandom random = new(3);
        Matrix data = Matrix.Create(30, 3, (_, row) => row[0] = (float)random.NextNormal());
        return Affinities.FromPerplexity(NeighborGraph.Build(data, neighbors), 5, form);
    }

    private static Coordinates Slopes(int count)
    {
        SeededRandom random = new(4);
        Coordinates slopes = new(count, 2);
        for (int i = 0; i < count; i++)
        {
            (slopes.Axis(0)[i], slopes.Axis(1)[i]) = ((float)random.NextNormal(), (float)random.NextNormal());
        }

        return slopes;
    }

    /// <summary>2 Laplacian(P + P^T) and 1e-10 of its smallest diagonal entry on the diagonal, as it is written.</summary>
    private static double[,] Dense(Affinities affinities)
    {
        int n = affinities.Count;
        double[,] b = new double[n, n];
        for (int i = 0; i < n; i++)
        {
            for (int k = 0; k < affinities.Neighbors(i).Length; k++)
            {
                int j = affinities.Neighbors(i)[k];
                double p = affinities.Values(i)[k];
                (b[i, i], b[j, j], b[i, j], b[j, i]) = (b[i, i] + (2 * p), b[j, j] + (2 * p), b[i, j] - (2 * p), b[j, i] - (2 * p));
            }
        }

        double smallest = Enumerable.Range(0, n).Min(i => b[i, i]);
        for (int i = 0; i < n; i++)
        {
            b[i, i] += 1e-10 * smallest;
        }

        return b;
    }
}
