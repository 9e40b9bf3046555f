using Xunit;

namespace Vicinity.EndToEnd;

public sealed class TransformTests : IDisposable
{
    private static readonly string[] Quick = ["--perplexity", "8", "--iterations", "120"];

    private readonly Scratch scratch = new();

    public void Dispose() => scratch.Dispose();

    [Fact]
    public void New_rows_of_a_table_find_their_columns_by_name_and_their_place()
    {
        scratch.Text("data.csv", Clusters.Csv(90, 5));
        Tool.Run(scratch, ["fit", "data.csv", "--labels", "kind", "-o", "model.vic", "-o", "map.csv", .. Quick]).EndsWith(0);
        string[] lines = scratch.Lines("data.csv");
        scratch.Text("new.csv", string.Join('\n', lines.Select(Turned)) + "\n");
        Tool.Run(scratch, "transform", "model.vic", "new.csv", "--labels", "kind", "-o", "placed.csv").EndsWith(0);
        string[] placed = scratch.Lines("placed.csv");
        Assert.Equal("id,x,y,label,novelty", placed[0]);
        Assert.Equal(scratch.Lines("map.csv")[1..], placed[1..].Select(line => line[..line.LastIndexOf(',')]));

        scratch.Text("one.csv", $"{Turned(lines[0])}\n{Turned(lines[7])}\n");
        ToolResult one = Tool.Run(scratch, "transform", "model.vic", "one.csv", "-o", "one.npy", "--json").EndsWith(0);
        Assert.Equal(1, one.Json.GetProperty("n").GetInt32());
        Assert.Equal(0, one.Json.GetProperty("novel").GetInt32());

        scratch.Text("far.csv", $"{Turned(lines[0])}\n1e6,1e6,1e6,1e6,1e6,kind 0\n");
        Assert.Contains("T101 1 of 1 row", Tool.Run(scratch, "transform", "model.vic", "far.csv", "-o", "far.npy").EndsWith(0).Error, StringComparison.Ordinal);
    }

    [Fact]
    public void What_cannot_be_placed_is_refused()
    {
        scratch.Text("data.csv", Clusters.Csv(90, 5));
        Tool.Run(scratch, ["fit", "data.csv", "-o", "model.vic", .. Quick]).EndsWith(0);
        Tool.Run(scratch, ["fit", "data.csv", "-o", "small.vic", "--no-data", .. Quick]).EndsWith(0);
        Assert.True(scratch.Read("small.vic").Length < scratch.Read("model.vic").Length);
        Tool.Run(scratch, "transform", "small.vic", "data.csv", "-o", "x.csv").EndsWith(2).Complains("--no-data");
        scratch.Text("narrow.csv", Clusters.Csv(20, 4));
        Tool.Run(scratch, "transform", "model.vic", "narrow.csv", "-o", "x.csv").EndsWith(3).Complains("4 number columns", "5", "v4");
        Tool.Run(scratch, "transform", "data.csv", "data.csv", "-o", "x.csv").EndsWith(3).Complains("data.csv", "Vicinity");
        byte[] damaged = scratch.Read("model.vic");
        damaged[2000] ^= 1;
        scratch.Bytes("damaged.vic", damaged);
        Tool.Run(scratch, "transform", "damaged.vic", "data.csv", "-o", "x.csv").EndsWith(3).Complains("damaged.vic", "checksum");
        Tool.Run(scratch, "transform", "model.vic", "data.csv", "-o", "x.png").EndsWith(2).Complains("-o", ".csv");
        Assert.False(File.Exists(scratch.PathOf("x.csv")));
    }

    [Fact]
    public void Models_keep_their_metric_and_say_when_they_have_no_rows()
    {
        scratch.Text("data.csv", Clusters.Csv(90, 5));
        Tool.Run(scratch, ["fit", "data.csv", "--labels", "kind", "--metric", "cosine", "-o", "model.vic", "-o", "map.npy", .. Quick]).EndsWith(0);
        Tool.Run(scratch, "transform", "model.vic", "data.csv", "--labels", "kind", "-o", "placed.npy").EndsWith(0);
        Assert.Equal(scratch.Read("map.npy"), scratch.Read("placed.npy"));
        scratch.Text("zero.csv", "v0,v1,v2,v3,v4\n0,0,0,0,0\n");
        Tool.Run(scratch, "transform", "model.vic", "zero.csv", "-o", "x.csv").EndsWith(3).Complains("zero.csv", "Row 0", "direction");

        scratch.Text("neighbors.mtx", "%%MatrixMarket matrix coordinate real general\n40 40 80\n"
            + string.Concat(Enumerable.Range(0, 40).Select(i => $"{i + 1} {((i + 1) % 40) + 1} 1\n{i + 1} {((i + 2) % 40) + 1} 2\n")));
        Assert.Contains("U102 graph.vic", Tool.Run(scratch, "fit", "neighbors.mtx", "--precomputed", "neighbors", "--iterations", "20", "-o", "graph.vic").EndsWith(0).Error, StringComparison.Ordinal);
        Tool.Run(scratch, "transform", "graph.vic", "neighbors.mtx", "-o", "x.csv").EndsWith(2).Complains("graph.vic", "neighbours");
    }

    [Fact]
    public void Sparse_rows_and_distances_find_their_place()
    {
        scratch.Text("words.svm", string.Join('\n', Enumerable.Range(0, 40).Select(i => $"{i % 2} {1 + (i % 7)}:{1 + i} {9 + (i % 5)}:2")) + "\n");
        Tool.Run(scratch, ["fit", "words.svm", "-o", "words.vic", "-o", "words.npy", .. Quick]).EndsWith(0);
        Tool.Run(scratch, "transform", "words.vic", "words.svm", "-o", "placed.npy").EndsWith(0);
        Assert.Equal(scratch.Read("words.npy"), scratch.Read("placed.npy"));
        scratch.Text("few.svm", "0 1:1 9:2\n1 2:2 10:2\n");
        Assert.Contains("T102 few.svm uses the first 10 of the model's 13 columns", Tool.Run(scratch, "transform", "words.vic", "few.svm", "-o", "few.csv").EndsWith(0).Error, StringComparison.Ordinal);
        Assert.Equal(["id,x,y,label,novelty", "0", "1"], scratch.Lines("few.csv").Select((line, at) => at == 0 ? line : line.Split(',')[0]));
        scratch.Text("more.svm", "0 1:1 19:2\n");
        Tool.Run(scratch, "transform", "words.vic", "more.svm", "-o", "x.csv").EndsWith(3).Complains("more.svm", "19 columns", "13");

        scratch.Text("square.csv", Square(40, 40));
        Tool.Run(scratch, ["fit", "square.csv", "--precomputed", "distances", "-o", "square.vic", "-o", "square.npy", .. Quick]).EndsWith(0);
        Tool.Run(scratch, "transform", "square.vic", "square.csv", "-o", "back.npy").EndsWith(0);
        Assert.Equal(scratch.Read("square.npy"), scratch.Read("back.npy"));
        scratch.Text("narrow.csv", Square(3, 39));
        Tool.Run(scratch, "transform", "square.vic", "narrow.csv", "-o", "x.csv").EndsWith(3).Complains("narrow.csv", "39", "40");
    }

    private static string Square(int rows, int columns) => string.Concat(Enumerable.Range(0, rows)
        .Select(i => string.Join(',', Enumerable.Range(0, columns).Select(j => $"{Math.Abs(i - j)}.{(i == j ? 0 : 5)}")) + "\n"));

    /// <summary>The columns of a line in another order.</summary>
    private static string Turned(string line)
    {
        string[] cells = line.Split(',');
        return string.Join(',', cells[4], cells[2], cells[0], cells[3], cells[1], cells[5]);
    }
}
