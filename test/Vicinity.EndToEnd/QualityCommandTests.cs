using System.Text.Json;
using Xunit;

namespace Vicinity.EndToEnd;

/// <summary><c>vicinity quality DATA MAP</c>.</summary>
public sealed class QualityCommandTests : IDisposable
{
    private readonly Scratch scratch = new();

    public QualityCommandTests()
    {
        scratch.Text("data.csv", Clusters.Csv(60, 4));
        Tool.Run(scratch, Line("fit data.csv --labels kind --limit 45 --perplexity 8 --iterations 300 -o map.csv -o map.npy")).EndsWith(0);
    }

    public void Dispose() => scratch.Dispose();

    [Fact]
    public void Sparse_rows_and_distances_are_measured_by_the_metric_asked_for()
    {
        string words = string.Join('\n', Enumerable.Range(0, 40).Select(i => $"{i % 2} {1 + (i % 7)}:{1 + i} {9 + (i % 5)}:2 {15 + (i % 2)}:3")) + "\n";
        scratch.Text("words.svm", words);
        Tool.Run(scratch, Line("fit words.svm --metric jaccard --perplexity 5 --iterations 60 -o words.csv")).EndsWith(0);
        JsonElement json = Tool.Run(scratch, Line("quality words.svm words.csv --metric jaccard --perplexity 5 -o points.csv --json")).EndsWith(0).Json;
        Assert.Equal(40, json.GetProperty("n").GetInt32());
        Assert.InRange(json.GetProperty("loss").GetProperty("pBic").GetDouble(), 0, 10);
        Assert.Equal("id,kept,trustworthiness,continuity,rnxArea,rankCorrelation,stress,scaledStress,labelFound,rocArea,precisionRecallArea,loss", scratch.Lines("points.csv")[0]);
        Assert.Equal(41, scratch.Lines("points.csv").Length);
        Assert.NotEqual(
            json.GetProperty("trustworthiness").GetProperty("value").GetDouble(),
            Tool.Run(scratch, Line("quality words.svm words.csv --json")).EndsWith(0).Json.GetProperty("trustworthiness").GetProperty("value").GetDouble());
        JsonElement doctor = Tool.Run(scratch, Line("doctor words.svm words.csv --metric jaccard --perplexity 5 --json")).Json;
        Assert.Contains("D104", doctor.GetProperty("leftOut")[0].GetString(), StringComparison.Ordinal);
        Assert.Equal(40, doctor.GetProperty("map").GetProperty("points").GetInt32());

        scratch.Text("square.csv", string.Concat(Enumerable.Range(0, 40).Select(i => string.Join(',', Enumerable.Range(0, 40).Select(j => $"{Math.Abs(i - j)}")) + "\n")));
        Tool.Run(scratch, Line("quality square.csv words.csv --precomputed distances")).EndsWith(0);
        Tool.Run(scratch, Line("quality square.csv words.csv --precomputed distances --metric cosine")).EndsWith(2).Complains("cosine");
        Tool.Run(scratch, Line("quality words.svm words.csv --drop x1")).EndsWith(2).Complains("--drop", "words.svm");
        Tool.Run(scratch, Line("doctor square.csv words.csv --precomputed distances --perplexity 5 -o page.html"));
        Assert.Contains("Left out D301", File.ReadAllText(scratch.PathOf("page.html")), StringComparison.Ordinal);
    }

    [Fact]
    public void A_map_with_ids_finds_its_rows_and_its_labels()
    {
        ToolResult result = Tool.Run(scratch, Line("quality data.csv map.csv --labels kind --perplexity 8 -k 7")).EndsWith(0);
        Assert.All(
            ["45 points (45 of 60 rows, by the ids of the map)", "all of them measured", "k = 7", "trustworthiness", "R_NX area", "kind 2", "Spearman", "pBIC"],
            word => Assert.Contains(word, result.Output, StringComparison.Ordinal));
        Assert.Empty(result.Error);
    }

    [Fact]
    public void The_json_holds_every_measure_and_every_point()
    {
        JsonElement fit = Tool.Run(scratch, Line("fit data.csv --labels kind --limit 45 --perplexity 8 --iterations 300 -o again.csv --json")).EndsWith(0).Json;
        JsonElement json = Tool.Run(scratch, Line("quality data.csv map.csv --labels kind --perplexity 8 --json")).EndsWith(0).Json;
        Assert.Equal((45, 10, 45, true), (json.GetProperty("n").GetInt32(), json.GetProperty("k").GetInt32(), json.GetProperty("measured").GetInt32(), json.GetProperty("exact").GetBoolean()));
        Assert.InRange(json.GetProperty("trustworthiness").GetProperty("value").GetDouble(), 0.8, 1);
        Assert.Equal(0, json.GetProperty("kept").GetProperty("error").GetDouble());
        Assert.Equal(1, json.GetProperty("labels").GetProperty("accuracy").GetProperty("value").GetDouble());
        Assert.Equal(3, json.GetProperty("labels").GetProperty("scores").GetArrayLength());
        Assert.Equal(fit.GetProperty("loss").GetDouble(), json.GetProperty("loss").GetProperty("value").GetDouble(), 1e-9);
        Assert.Equal(43, json.GetProperty("rnx").GetArrayLength());
        JsonElement last = json.GetProperty("points")[44];
        Assert.Equal(44, last.GetProperty("id").GetInt32());
        Assert.All(["kept", "trustworthiness", "continuity", "rnxArea", "rankCorrelation", "labelFound", "rocArea", "loss"], name => Assert.True(last.TryGetProperty(name, out _), name));
    }

    [Fact]
    public void A_map_without_ids_needs_the_same_rows()
    {
        Tool.Run(scratch, Line("quality data.csv map.npy")).EndsWith(3).Complains("map.npy", "45 rows", "60");
        string limited = Tool.Run(scratch, Line("quality data.csv map.npy --limit 45")).EndsWith(0).Output;
        Assert.Contains("45 points (first 45 of 60 rows)", limited, StringComparison.Ordinal);
    }

    [Fact]
    public void A_sample_tells_its_error()
    {
        string text = Tool.Run(scratch, Line("quality data.csv map.csv --points 20")).EndsWith(0).Output;
        Assert.Contains("20 random ones measured, ± is the standard error", text, StringComparison.Ordinal);
        Assert.Contains(" ± ", text.Split('\n').Single(line => line.Contains("continuity", StringComparison.Ordinal)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(2, "quality data.csv", "missing")]
    [InlineData(2, "quality data.csv map.csv -k 0", "at least 1")]
    [InlineData(2, "quality data.csv map.csv --k 45", "44")]
    [InlineData(2, "quality data.csv map.csv --points 1", "at least 2")]
    [InlineData(2, "quality data.csv map.csv --perplexity 30", "14")]
    [InlineData(2, "quality data.csv map.csv --n-neighbors 5", "--k")]
    [InlineData(3, "quality data.csv none.csv", "none.csv")]
    [InlineData(3, "quality data.csv data.csv", "column \"x\"")]
    [InlineData(3, "quality data.csv map.csv --labels nokind", "nokind")]
    [InlineData(3, "quality data.csv map.csv --limit 20", "id 20")]
    public void A_slip_is_named(int code, string line, string word) => Tool.Run(scratch, Line(line)).EndsWith(code).Complains(word);

    private static string[] Line(string words) => words.Split(' ');
}
