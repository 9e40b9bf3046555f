using Xunit;

namespace Vicinity.Tests;

/// <summary>The starts beside the scaled principal components.</summary>
public sealed class StartTests
{
    private static readonly Matrix Data = Cloud(120, 4, 1);

    [Fact]
    public void Raw_components_are_the_scores_in_units_of_the_data()
    {
        Matrix start = Start.PcaRaw.Build(Data, 2);
        double[,] scores = PrincipalComponents.Build(Data, 2, 1).Scores(Data, 1);
        Assert.All(Enumerable.Range(0, 120), i => Assert.Equal(((float)scores[i, 0], (float)scores[i, 1]), (start[i, 0], start[i, 1])));
    }

    [Fact]
    public void Uniform_numbers_fill_the_square_and_come_from_the_seed()
    {
        Matrix start = Start.Uniform.Build(Data, 2, seed: 3);
        double[] all = [.. Enumerable.Range(0, 120).SelectMany(i => new double[] { start[i, 0], start[i, 1] })];
        Assert.InRange(all.Min(), 0, 0.1);
        Assert.InRange(all.Max(), 0.9, 1);
        Assert.Equal(0.5, all.Average(), 0.1);
        Assert.True(start.Row(5).SequenceEqual(Start.Uniform.Build(Data, 2, seed: 3).Row(5)));
        Assert.False(start.Row(5).SequenceEqual(Start.Uniform.Build(Data, 2, seed: 4).Row(5)));
    }

    [Fact]
    public void Classical_scaling_of_Euclidean_distances_gives_the_component_scores()
    {
        PairMatrix distances = PairDistances.Build(Data, 2, default);
        Matrix expected = Start.PcaRaw.Build(Data, 3);
        Matrix start = Start.Mds.Build(new(120, 3, 0, 2) { Distances = i => distances.Row(i) });
        Matrix withoutDistances = Start.Mds.Build(Data, 3);
        for (int k = 0; k < 3; k++)
        {
            double sign = Math.Sign(expected[7, k] * start[7, k]);
            Assert.All(Enumerable.Range(0, 120), i => Assert.Equal(expected[i, k], sign * start[i, k], 1e-3));
            Assert.All(Enumerable.Range(0, 120), i => Assert.Equal(expected[i, k], withoutDistances[i, k]));
            double largest = Enumerable.Range(0, 120).Select(i => start[i, k]).MaxBy(Math.Abs);
            Assert.True(largest > 0);
        }
    }

    [Fact]
    public void Directions_that_distances_do_not_have_are_filled_and_reported()
    {
        PairMatrix distances = PairDistances.Build(Matrix.Create(30, 1, (i, row) => row[0] = i), 1, default);
        List<FitWarning> warnings = [];
        Matrix start = Start.Mds.Build(new(30, 2, 0, 1) { Distances = i => distances.Row(i), Warnings = warnings });
        Assert.Equal("D113", Assert.Single(warnings).Code);
        Assert.Equal(29, Math.Abs(start[29, 0] - start[0, 0]), 1e-3);
        start.ThrowIfNotFinite("start");
    }

    [Theory]
    [InlineData(AffinityForm.Joint)]
    [InlineData(AffinityForm.Row)]
    public void The_spectral_start_is_made_of_the_eigenvectors_after_the_constant(AffinityForm form)
    {
        Affinities affinities = Affinities.FromPerplexity(NeighborGraph.Build(Data, 30), 10, form);
        Matrix start = Start.Spectral.Build(affinities, 2);
        double[][] expected = DenseEigenmap(affinities, 2);
        double first = Math.Sqrt(expected[0].Average(value => value * value));
        for (int k = 0; k < 2; k++)
        {
            Assert.All(Enumerable.Range(0, 120), i => Assert.Equal(1e-4 * expected[k][i] / first, start[i, k], 1e-9));
        }

        Assert.Equal(1e-4, Math.Sqrt(Enumerable.Range(0, 120).Average(i => (double)start[i, 0] * start[i, 0])), 1e-9);
    }

    [Fact]
    public void A_graph_in_pieces_is_reported_and_its_spectral_start_finite()
    {
        Matrix pieces = Matrix.Create(60, 2, (i, row) => (row[0], row[1]) = (1000 * (i % 2), i));
        List<FitWarning> warnings = [];
        Matrix start = Start.Spectral.Build(Affinities.FromPerplexity(NeighborGraph.Build(pieces, 9), 3), 2, warnings: warnings);
        Assert.Equal("D111", Assert.Single(warnings).Code);
        start.ThrowIfNotFinite("start");
        Assert.True(start[0, 0] * start[1, 0] < 0);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void A_handful_of_points_has_every_start(int rows)
    {
        foreach (Start start in (Start[])[Start.Auto, Start.Pca, Start.PcaRaw, Start.Random, Start.Uniform, Start.Mds, Start.Spectral])
        {
            EmbeddingModel model = NeighborEmbedding.Fit(Cloud(rows, 3, 2), new() { Start = start, Schedule = [new(5)] });
            model.Map.ThrowIfNotFinite(start.Name);
        }
    }

    [Fact]
    public void A_start_without_what_it_is_made_from_is_refused()
    {
        Affinities affinities = Affinities.FromPerplexity(NeighborGraph.Build(Data, 30), 10);
        Assert.Throws<ArgumentException>(() => Start.Spectral.Build(Data, 2));
        Assert.Throws<ArgumentException>(() => Start.Pca.Build(affinities, 2));
        Assert.Equal(120, Start.Random.Build(affinities, 2).Rows);
    }

    [Fact]
    public void The_bits_do_not_depend_on_the_threads()
    {
        Matrix data = Cloud(900, 5, 3);
        Affinities affinities = Affinities.FromPerplexity(NeighborGraph.Build(data, 30), 10);
        PairMatrix distances = PairDistances.Build(data, 2, default);
        Matrix[] spectral = [.. new[] { 1, 2, 8 }.Select(threads => Start.Spectral.Build(affinities, 3, threads: threads))];
        Matrix[] mds = [.. new[] { 1, 2, 8 }.Select(threads => Start.Mds.Build(new(900, 3, 0, threads) { Distances = i => distances.Row(i) }))];
        foreach (Matrix[] made in (Matrix[][])[spectral, mds])
        {
            Assert.All(Enumerable.Range(0, 900), i => Assert.True(made[0].Row(i).SequenceEqual(made[1].Row(i)) && made[0].Row(i).SequenceEqual(made[2].Row(i))));
        }
    }

    /// <summary>Eigenvectors of D^-1/2 W D^-1/2 by Jacobi rotations, turned back by D^-1/2, centred, the largest entry positive.</summary>
    private static double[][] DenseEigenmap(Affinities affinities, int count)
    {
        int n = affinities.Count;
        double[,] w = new double[n, n];
        for (int i = 0; i < n; i++)
        {
            for (int k = 0; k < affinities.Neighbors(i).Length; k++)
            {
                w[i, affinities.Neighbors(i)[k]] += affinities.Values(i)[k];
                w[affinities.Neighbors(i)[k], i] += affinities.Values(i)[k];
            }
        }

        double[] roots = [.. Enumerable.Range(0, n).Select(i => Math.Sqrt(Enumerable.Range(0, n).Sum(j => w[i, j])))];
        double[,] normalized = new double[n, n];
        for (int entry = 0; entry < n * n; entry++)
        {
            normalized[entry / n, entry % n] = w[entry / n, entry % n] / (roots[entry / n] * roots[entry % n]);
        }

        double[,] vectors = SymmetricEigen.Solve(normalized).Vectors;
        return [.. Enumerable.Range(1, count).Select(k =>
        {
            double[] vector = [.. Enumerable.Range(0, n).Select(i => vectors[i, k] / roots[i])];
            double mean = vector.Average();
            double sign = Math.Sign(vector.Select(value => value - mean).MaxBy(Math.Abs));
            return vector.Select(value => sign * (value - mean)).ToArray();
        })];
    }

    private static Matrix Cloud(int rows, int columns, int seed)
    {
        SeededRandom random = new(seed);
        return Matrix.Create(rows, columns, (_, row) =>
        {
            for (int d = 0; d < columns; d++)
            {
                row[d] = (float)(random.NextNormal() * (columns - d));
            }
        });
    }
}
