using Xunit;

namespace Vicinity.Tests;

/// <summary>Sparse rows against the same rows written out.</summary>
public sealed class SparseSpaceTests
{
    public static TheoryData<string> Names => [.. Metric.All.Select(metric => metric.Name)];

    [Theory, MemberData(nameof(Names))]
    public void Distances_are_those_of_the_dense_rows(string name)
    {
        Matrix dense = Sparse(90, 40);
        NeighborGraph expected = Rows(dense, name).Graph(12, NeighborMethod.Auto, 2, default);
        NeighborGraph graph = Rows(SparseMatrix.From(dense), name).Graph(12, NeighborMethod.Auto, 2, default);
        for (int i = 0; i < 90; i++)
        {
            Assert.Equal(expected.Distances(i).ToArray(), graph.Distances(i).ToArray(), (a, b) => Math.Abs(a - b) <= 2e-6 * (1 + a));
        }
    }

    [Theory, MemberData(nameof(Names))]
    public void New_rows_meet_old_ones_like_their_own_kind(string name)
    {
        Matrix dense = Sparse(50, 30);
        foreach (RowSpace space in new[] { Rows(dense, name), Rows(SparseMatrix.From(dense), name) })
        {
            NearestRows found = space.Nearest(space, 4, 2, default);
            double[] distances = new double[50];
            for (int i = 0; i < 50; i++)
            {
                space.Measure(space, i, distances);
                Assert.Equal(0, found.Distances.Row(i)[0], 1e-6);
                Assert.Equal((float)distances.Order().ElementAt(3), found.Distances.Row(i)[3]);
            }
        }
    }

    [Fact]
    public void Equal_rows_are_at_distance_0()
    {
        Matrix dense = Sparse(40, 25);
        SparseMatrix twice = SparseMatrix.From(Matrix.Create(80, 25, (i, row) => dense.Row(i % 40).CopyTo(row)));
        NeighborGraph graph = Rows(twice, "cosine").Graph(1, NeighborMethod.Auto, 2, default);
        Assert.All(Enumerable.Range(0, 80), i => Assert.Equal(0, graph.Distances(i)[0]));
    }

    [Theory, InlineData(30, 80), InlineData(80, 30)]
    public void Principal_components_are_those_of_the_dense_rows(int rows, int columns)
    {
        Matrix dense = Sparse(rows, columns);
        SparseComponents sparse = SparseComponents.Build(SparseMatrix.From(dense), 3, 2);
        PrincipalComponents expected = PrincipalComponents.Build(dense, 3, 2);
        double[,] scores = expected.Scores(dense, 2);
        Assert.Equal(expected.VarianceKept, sparse.VarianceKept, 1e-4);
        for (int i = 0; i < rows; i++)
        {
            Assert.Equal(scores[i, 0], sparse.Scores[0][i], 0.02);
        }
    }

    [Fact]
    public void A_sparse_map_is_the_dense_one()
    {
        Matrix dense = Sparse(120, 40);
        EmbeddingOptions options = new() { Schedule = [new(0)], Start = Start.Random };
        PreparedEmbedding a = NeighborEmbedding.Prepare(dense, options);
        PreparedEmbedding b = NeighborEmbedding.Prepare(SparseMatrix.From(dense), options);
        Assert.Equal(a.Run.Loss, b.Run.Loss, 1e-6);
    }

    [Fact]
    public void What_would_fill_the_zeros_is_refused()
    {
        SparseMatrix rows = SparseMatrix.From(Sparse(30, 20));
        Assert.Contains("zeros", Assert.Throws<ArgumentException>(() => NeighborEmbedding.Fit(rows, new() { Scaling = InputScaling.Standard })).Message, StringComparison.Ordinal);
        Assert.Contains("manhattan", Assert.Throws<ArgumentException>(() => NeighborEmbedding.Fit(rows, new() { Metric = Metric.Manhattan, PcaComponents = 5 })).Message, StringComparison.Ordinal);
    }

    /// <summary>A fifth of the entries, small whole numbers; every third row has a group of its own; row 7 is empty.</summary>
    internal static Matrix Sparse(int rows, int columns)
    {
        SeededRandom random = new(3);
        return Matrix.Create(rows, columns, (i, row) =>
        {
            for (int d = 0; d < row.Length; d++)
            {
                bool isHere = random.NextDouble() < (d % 3 == i % 3 ? 0.4 : 0.1);
                row[d] = isHere && i != 7 ? 1 + random.NextInt(4) : 0;
            }
        });
    }

    private static RowSpace Rows(EmbeddingInput data, string name) =>
        data.Prepare(new(new() { Metric = Metric.Find(name)!, PcaComponents = 0 }, new(null), _ => { }, default)).Rows!;
}
