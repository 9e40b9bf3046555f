using FsCheck;
using FsCheck.Fluent;

using Xunit;

namespace Vicinity.Tests;

/// <summary>What must not matter does not: the order of the rows, the unit of the data, the axes it is given in.</summary>
public sealed class InvarianceTests
{
    private static readonly Arbitrary<AnyData> Data = AnyData.Gen(1, 90).ToArbitrary();
    private static readonly Config Often = Config.QuickThrowOnFailure.WithMaxTest(60);

    [Fact]
    public void Neighbours_follow_a_permutation_up_to_ties() => Prop.ForAll(Data, sample =>
    {
        int[] order = Clouds.Shuffle(sample.Rows, sample.Seed);
        int k = 1 + (sample.Seed % 12);
        NeighborGraph straight = NeighborGraph.Build(sample.Matrix, k);
        NeighborGraph shuffled = NeighborGraph.Build(Clouds.Reorder(sample.Matrix, order), k);
        for (int i = 0; i < sample.Rows; i++)
        {
            ReadOnlySpan<float> lengths = straight.Distances(order[i]);
            Assert.True(lengths.SequenceEqual(shuffled.Distances(i)));
            float last = lengths.IsEmpty ? 0 : lengths[^1];
            Assert.Equal(
                Nearer(straight, order[i], last).Order(),
                Nearer(shuffled, i, last).Select(j => order[j]).Order());
        }
    }).Check(Often);

    /// <summary>All others are neighbours, so ties choose nothing; sums over equal distances are over equal terms.</summary>
    [Fact]
    public void Affinities_follow_a_permutation_in_every_bit_ties_or_not() => Prop.ForAll(Data, sample =>
    {
        int[] order = Clouds.Shuffle(sample.Rows, sample.Seed);
        double[,] straight = Affinity(sample.Matrix);
        double[,] shuffled = Affinity(Clouds.Reorder(sample.Matrix, order));
        Each(sample.Rows, (i, j) => Assert.Equal(straight[order[i], order[j]], shuffled[i, j]));
    }).Check(Often);

    [Fact]
    public void Quality_follows_a_permutation_where_no_ties_choose() => Prop.ForAll(Data, sample =>
    {
        int[] order = Clouds.Shuffle(sample.Rows, sample.Seed);
        Matrix map = Clouds.Normal(sample.Rows, 2, sample.Seed + 2);
        QualityReport straight = Quality.Assess(sample.Matrix, map);
        QualityReport shuffled = Quality.Assess(Clouds.Reorder(sample.Matrix, order), Clouds.Reorder(map, order));
        Assert.Equal(straight.Distances.Pearson.Value, shuffled.Distances.Pearson.Value, 1e-9);
        Assert.Equal(straight.Distances.Spearman.Value, shuffled.Distances.Spearman.Value, 1e-9);
        Assert.Equal(straight.Distances.ScaledStress.Value, shuffled.Distances.ScaledStress.Value, 1e-9);
        for (int i = 0; i < sample.Rows && !sample.HasTies; i++)
        {
            PointQuality before = straight.Points[order[i]];
            AssertSame(before with { Point = i }, shuffled.Points[i]);
            Assert.Equal(before.Stress, shuffled.Points[i].Stress, 1e-9 * before.Stress);
        }
    }).Check(Often);

    /// <summary>Another unit by a power of two: no rounding differs, so no bit of P, of the measures of ranks or of the map does.</summary>
    [Fact]
    public void A_unit_changes_nothing() => Prop.ForAll(Data, sample =>
    {
        Matrix scaled = Clouds.Map(sample.Matrix, value => 8 * value);
        Assert.Equal(Affinity(sample.Matrix), Affinity(scaled));
        Matrix map = Clouds.Normal(sample.Rows, 2, sample.Seed + 2);
        IReadOnlyList<PointQuality> points = Quality.Assess(sample.Matrix, map).Points;
        Assert.All(Quality.Assess(scaled, map).Points, (point, i) => AssertSame(points[i], point));
        EmbeddingOptions options = new() { Schedule = [new(12) { Exaggeration = 4 }], Threads = 1 };
        EmbeddingModel straight = NeighborEmbedding.Fit(sample.Matrix, options);
        EmbeddingModel other = NeighborEmbedding.Fit(scaled, options);
        Assert.Equal(DataBytes.ValuesOf(straight.Map), DataBytes.ValuesOf(other.Map));
        Assert.Equal(straight.Loss, other.Loss);
    }).Check(Often);

    /// <summary>A unit that rounds and axes that are turned move P by no more than the rounding of the distances; copies stay copies.</summary>
    [Fact]
    public void Turned_and_stretched_data_has_the_same_affinities() => Prop.ForAll(Data, sample =>
    {
        Matrix turned = Turned(sample.Matrix, 0.3f + (sample.Seed % 7), 1.7f);
        double[,] straight = Affinity(sample.Matrix);
        double[,] other = Affinity(turned);
        Each(sample.IsGrid ? 0 : sample.Rows, (i, j) => Assert.InRange(Math.Abs(straight[i, j] - other[i, j]), 0, 1e-6 + (2e-3 * straight[i, j])));
    }).Check(Often);

    [Fact]
    public void Turned_and_stretched_data_has_the_same_quality() => Prop.ForAll(Data, sample =>
    {
        Matrix map = Clouds.Normal(sample.Rows, 2, sample.Seed + 2);
        QualityReport straight = Quality.Assess(sample.Matrix, map);
        QualityReport other = Quality.Assess(Turned(sample.Matrix, 0.3f + (sample.Seed % 7), 1.7f), map);
        Assert.Equal(straight.Distances.Pearson.Value, other.Distances.Pearson.Value, 1e-4);
        Assert.Equal(straight.Distances.ScaledStress.Value, other.Distances.ScaledStress.Value, 1e-4);
        if (!sample.HasTies && sample.Columns > 1)
        {
            Assert.Equal(straight.Trustworthiness.Value, other.Trustworthiness.Value, 1e-3);
            Assert.Equal(straight.RnxArea.Value, other.RnxArea.Value, 1e-3);
        }
    }).Check(Often);

    /// <summary>Ranks to the bit, sums over them in another order, and the stress at the best size; that of the map as it is has the unit of the data.</summary>
    private static void AssertSame(PointQuality expected, PointQuality actual)
    {
        static PointQuality Counted(PointQuality point) => point with { RnxArea = 0, RankCorrelation = 0, Stress = 0, ScaledStress = 0 };
        Assert.Equal(Counted(expected), Counted(actual));
        Assert.Equal(expected.RnxArea, actual.RnxArea, 1e-12);
        Assert.Equal(expected.RankCorrelation, actual.RankCorrelation, 1e-12);
        Assert.Equal(expected.ScaledStress, actual.ScaledStress, 1e-9);
    }

    private static List<int> Nearer(NeighborGraph graph, int point, float last)
    {
        List<int> nearer = [];
        for (int k = 0; k < graph.NeighborsPerPoint && graph.Distances(point)[k] < last; k++)
        {
            nearer.Add(graph.Neighbors(point)[k]);
        }

        return nearer;
    }

    /// <summary>P over all others, written out.</summary>
    private static double[,] Affinity(Matrix data)
    {
        double[,] p = new double[data.Rows, data.Rows];
        if (data.Rows > 3)
        {
            Affinities affinities = Affinities.FromPerplexity(NeighborGraph.Build(data, data.Rows - 1), Math.Max(1.1, (data.Rows - 1) / 4.0));
            for (int i = 0; i < data.Rows; i++)
            {
                for (int k = 0; k < affinities.Neighbors(i).Length; k++)
                {
                    p[i, affinities.Neighbors(i)[k]] = affinities.Values(i)[k];
                }
            }
        }

        return p;
    }

    /// <summary>Stretched, and every column turned against the next.</summary>
    private static Matrix Turned(Matrix data, float angle, float factor) => Matrix.Create(data.Rows, data.Columns, (i, row) =>
    {
        double[] values = Array.ConvertAll(data.Row(i).ToArray(), value => (double)value * factor);
        for (int d = 0; d + 1 < values.Length; d++)
        {
            (values[d], values[d + 1]) = ((Math.Cos(angle) * values[d]) - (Math.Sin(angle) * values[d + 1]), (Math.Sin(angle) * values[d]) + (Math.Cos(angle) * values[d + 1]));
        }

        for (int d = 0; d < values.Length; d++)
        {
            row[d] = (float)values[d];
        }
    });

    private static void Each(int rows, Action<int, int> check)
    {
        for (int i = 0; i < rows; i++)
        {
            for (int j = 0; j < rows; j++)
            {
                check(i, j);
            }
        }
    }
}
