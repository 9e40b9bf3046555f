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
