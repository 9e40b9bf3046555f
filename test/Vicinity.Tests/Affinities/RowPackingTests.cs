using Xunit;

namespace Vicinity.Tests;

/// <summary>P in the order of the search and in four bytes an entry, beside the one in the order of the points and in eight.</summary>
public sealed class RowPackingTests
{
    private const int Count = 700;
    private const double Share = 1 / 3800.0;
    private static readonly Matrix Data = Clouds.Normal(Count, 4);
    private static readonly Affinities Plain = Build(inOrder: false, 2);
    private static readonly Affinities Packed = Build(inOrder: true, 2);

    [Fact]
    public void A_graph_in_order_is_the_same_graph()
    {
        NeighborGraph graph = Graph(inOrder: false, 2);
        NeighborGraph ordered = Graph(inOrder: true, 2);
        Assert.Equal(Enumerable.Range(0, Count), ordered.Order.Order());
        Assert.NotEqual(Enumerable.Range(0, Count), ordered.Order);
        for (int row = 0; row < Count; row++)
        {
            Assert.Equal((IEnumerable<int>)graph.Neighbors(ordered.Order[row]).ToArray(), [.. ordered.Neighbors(row).ToArray().Select(place => ordered.Order[place])]);
            Assert.Equal(graph.Distances(ordered.Order[row]), ordered.Distances(row));
        }

        Assert.Equal(NeighborRadii.Of(graph), NeighborRadii.Of(ordered));
        Assert.Equal(graph.MedianRadius(), ordered.MedianRadius());
    }

    [Fact]
    public void Recall_is_that_of_the_graph_in_the_order_of_the_points()
    {
        SearchPlan rough = new(60, 0.9);
        Matrix many = Clouds.Normal(6000, 8);
        double recall = NeighborGraph.Build(many, 10, rough, 2).Recall;
        Assert.InRange(recall, 0.8, 0.999);
        Assert.Equal(recall, NeighborGraph.Build(many, 10, rough, 2, inOrder: true).Recall);
    }

    [Fact]
    public void Entries_are_those_of_the_plain_P_within_a_rounding()
    {
        Assert.Equal(Plain.EntryCount, Packed.EntryCount);
        for (int i = 0; i < Count; i++)
        {
            Assert.Equal(Plain.Neighbors(i), Packed.Neighbors(i));
            for (int k = 0; k < Plain.Values(i).Length; k++)
            {
                Assert.InRange(Packed.Values(i)[k] / Plain.Values(i)[k], 1 - Share, 1 + Share);
            }
        }
    }

    [Fact]
    public void Both_directions_of_a_pair_have_one_value()
    {
        PackedRows rows = Packed.Packed!;
        Dictionary<(int Row, int Column), float> values = [];
        for (int place = 0; place < Count; place++)
        {
            foreach ((int other, float value) in Row(rows, place))
            {
                values.Add((place, other), value);
            }
        }

        Assert.Equal(Packed.EntryCount, values.Count);
        Assert.All(values, entry => Assert.Equal(entry.Value, values[(entry.Key.Column, entry.Key.Row)]));
    }

    [Fact]
    public void Rows_over_several_stretches_come_back_as_they_were()
    {
        const int Many = 150_000;
        int[][] columns = [.. Enumerable.Range(0, Many).Select(row => Enumerable.Range(0, row % 41).Select(k => (int)((row + ((long)k * k * 977)) % Many)).Distinct().ToArray())];
        PackedRows rows = SampleRows.Pack(columns, column => (ushort)((column % 60_000) + 1));
        Assert.Equal(columns.Sum(row => row.Length), rows.EntryCount);
        for (int row = 0; row < Many; row++)
        {
            Assert.Equal(columns[row].Order().Select(column => (column, ShortFloat.Decode((ushort)((column % 60_000) + 1), rows.Top))), Row(rows, row));
        }
    }

    [Fact]
    public void The_nearest_are_those_of_the_plain_P_and_one_distribution()
    {
        Affinities few = Packed.Nearest(5, 2);
        Affinities expected = Plain.Nearest(5, 2);
        double total = 0;
        int same = 0;
        for (int i = 0; i < Count; i++)
        {
            same += expected.Neighbors(i).SequenceEqual(few.Neighbors(i)) ? 1 : 0;
            total += few.Values(i).ToArray().Sum(value => (double)value);
        }

        // Where the fifth and the sixth of a row are alike but for the rounding, either may be taken.
        Assert.InRange(same, 0.97 * Count, Count);
        Assert.Equal(1, total, 1e-4);
        Assert.NotNull(few.Packed);
    }

    [Fact]
    public void The_bits_do_not_depend_on_the_threads()
    {
        PackedRows rows = Build(inOrder: true, 1).Packed!;
        Assert.Equal(Packed.Packed!.Columns.Span, rows.Columns.Span);
        Assert.Equal(Packed.Packed.Stretches.Span, rows.Stretches.Span);
        Assert.Equal(Packed.Packed.Codes.Span, rows.Codes.Span);
    }

    [Fact]
    public void Pieces_of_the_graph_are_counted_in_either_order()
    {
        Matrix cloud = Clouds.Normal(400, 2);
        Matrix apart = Matrix.Create(400, 2, (i, row) => (row[0], row[1]) = (cloud[i, 0] + (i % 3 == 0 ? 1000 : 0), cloud[i, 1]));
        Affinities packed = Affinities.FromPerplexity(NeighborGraph.Build(apart, 9, new SearchPlan(8, 1), 2, inOrder: true), 3);
        Assert.NotNull(packed.Packed);
        Assert.Contains(" pieces, of ", SeparatePieces.Find(packed)?.Message, StringComparison.Ordinal);
        Assert.Equal(SeparatePieces.Find(Affinities.FromPerplexity(NeighborGraph.Build(apart, 9), 3))?.Message, SeparatePieces.Find(packed)?.Message);
    }

    private static NeighborGraph Graph(bool inOrder, int threads) => NeighborGraph.Build(Data, 40, new SearchPlan(9, 1), threads, inOrder);

    private static Affinities Build(bool inOrder, int threads) => Affinities.FromPerplexity(Graph(inOrder, threads), 13, threads: threads);

    private static (int Column, float Value)[] Row(PackedRows rows, int place)
    {
        int[] columns = new int[rows.Longest];
        float[] values = new float[rows.Longest];
        return [.. columns.Zip(values).Take(rows.Read(place, columns, values))];
    }
}
