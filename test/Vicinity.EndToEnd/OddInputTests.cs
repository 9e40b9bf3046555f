using System.Globalization;

using Xunit;

namespace Vicinity.EndToEnd;

/// <summary>What nobody means to hand in, but somebody will: each is mapped or refused, and told of.</summary>
public sealed class OddInputTests : IDisposable
{
    private static readonly string[] Quick = ["--iterations", "60"];

    private readonly Scratch scratch = new();

    public void Dispose() => scratch.Dispose();

    [Theory]
    [InlineData(3), InlineData(4), InlineData(30)]
    public void Equal_points_are_told_of_and_not_called_a_map_that_failed(int rows)
    {
        scratch.Text("data.csv", "a,b\n" + string.Concat(Enumerable.Repeat("1.5,2\n", rows)));
        ToolResult result = Tool.Run(scratch, ["fit", "data.csv", "-o", "map.csv", .. Quick]).EndsWith(0);
        Assert.Contains($"All {rows} rows are equal", result.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("D204", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void One_label_for_all_has_no_areas()
    {
        scratch.Text("data.csv", string.Concat(Clusters.Csv(60, 4).Split('\n').Select((line, i) => line.Length == 0 ? "" : $"{line},{(i == 0 ? "same" : "one")}\n")));
        Tool.Run(scratch, ["fit", "data.csv", "--labels", "same", "-o", "map.csv", "-o", "map.png", .. Quick]).EndsWith(0);
        string said = Tool.Run(scratch, "quality", "data.csv", "map.csv", "--labels", "same").EndsWith(0).Output;
        Assert.Contains("ROC area            none", said, StringComparison.Ordinal);
        Assert.Equal("Null", Tool.Run(scratch, "quality", "data.csv", "map.csv", "--labels", "same", "--json").EndsWith(0).Json.GetProperty("labels").GetProperty("rocArea").GetProperty("value").ValueKind.ToString());
    }

    [Fact]
    public void Affinities_of_one_direction_are_told_of_where_the_cost_has_none()
    {
        string entries = string.Concat(Enumerable.Range(0, 60).Select(i => $"{i + 1} {((i + 1) % 60) + 1} {1 + (i % 3)}\n"));
        scratch.Text("p.mtx", $"%%MatrixMarket matrix coordinate real general\n60 60 60\n{entries}");
        Assert.Contains("D118", Tool.Run(scratch, ["fit", "p.mtx", "--precomputed", "affinities", "-o", "map.csv", .. Quick]).EndsWith(0).Error, StringComparison.Ordinal);
        Assert.DoesNotContain("D118", Tool.Run(scratch, ["fit", "p.mtx", "--precomputed", "affinities", "-o", "map.csv", "--method", "sne", .. Quick]).EndsWith(0).Error, StringComparison.Ordinal);
        scratch.Text("q.mtx", $"%%MatrixMarket matrix coordinate real symmetric\n60 60 59\n{string.Concat(Enumerable.Range(0, 59).Select(i => $"{i + 2} {i + 1} {1 + (i % 3)}\n"))}");
        Assert.DoesNotContain("D118", Tool.Run(scratch, ["fit", "q.mtx", "--precomputed", "affinities", "-o", "map.csv", .. Quick]).EndsWith(0).Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_neighbour_that_is_named_twice_is_bad_data_and_pieces_are_told_of()
    {
        string Table(Func<int, int, string> cell) => string.Concat(Enumerable.Range(0, 60).Select(i => string.Join(',', Enumerable.Range(1, 9).Select(k => cell(i, k))) + "\n"));
        scratch.Text("lengths.csv", Table((_, k) => k.ToString(CultureInfo.InvariantCulture)));
        scratch.Text("twice.csv", Table((i, k) => $"{(i + Math.Min(k, 8)) % 60}"));
        scratch.Text("pieces.csv", Table((i, k) => $"{(i / 10 * 10) + ((i + k) % 10)}"));
        Tool.Run(scratch, ["fit", "twice.csv", "--precomputed", "neighbors", "--distances", "lengths.csv", "-o", "map.csv", .. Quick]).EndsWith(3).Complains("twice.csv", "second time");
        Assert.Contains("D111", Tool.Run(scratch, ["fit", "pieces.csv", "--precomputed", "neighbors", "--distances", "lengths.csv", "-o", "map.csv", .. Quick]).EndsWith(0).Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Columns_with_one_name_are_found_by_place_or_refused()
    {
        string[] lines = Clusters.Csv(60, 4).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        scratch.Text("data.csv", string.Join('\n', lines.Skip(1).Prepend("a,b,b,c,kind")) + "\n");
        Tool.Run(scratch, ["fit", "data.csv", "-o", "model.vic", "-o", "map.npy", .. Quick]).EndsWith(0);
        Tool.Run(scratch, "transform", "model.vic", "data.csv", "-o", "placed.npy").EndsWith(0);
        Assert.Equal(scratch.Read("map.npy"), scratch.Read("placed.npy"));
        scratch.Text("other.csv", string.Join('\n', lines.Skip(1).Prepend("b,a,b,c,kind")) + "\n");
        Tool.Run(scratch, "transform", "model.vic", "other.csv", "-o", "x.npy").EndsWith(3).Complains("other.csv", "\"b\"");
        Tool.Run(scratch, "transform", "nothing.vic", "data.csv", "-o", "x.npy").EndsWith(3).Complains("nothing.vic does not exist");
    }

    [Fact]
    public void A_run_needs_a_folder_and_its_input()
    {
        scratch.Text("data.csv", Clusters.Csv(60, 4));
        Tool.Run(scratch, ["fit", "data.csv", "-o", "map.csv", "--checkpoint", "data.csv", .. Quick]).EndsWith(1).Complains("--checkpoint data.csv", "file");
        Tool.Run(scratch, ["fit", "data.csv", "-o", "map.csv", "--checkpoint", "run", .. Quick]).EndsWith(0);
        byte[] map = scratch.Read("map.csv");
        Tool.Run(scratch, "fit", "--resume", "run").EndsWith(0);      // a run that has ended writes its map again
        Assert.Equal(map, scratch.Read("map.csv"));
        Tool.Run(scratch, "fit", "--resume", "run", "-o", "no/map.csv").EndsWith(1).Complains("no/map.csv", "create it");
        File.Delete(scratch.PathOf("data.csv"));
        Tool.Run(scratch, "fit", "--resume", "run").EndsWith(3).Complains("data.csv does not exist");
        scratch.Text("run/run.json", "{\"version\":null,\"directory\":\"/\",\"arguments\":[],\"inputs\":[]}");
        Tool.Run(scratch, "fit", "--resume", "run").EndsWith(3).Complains("run.json is damaged");
    }
}
