using System.Text.Json;
using Xunit;

namespace Vicinity.EndToEnd;

/// <summary><c>vicinity doctor INPUT [MAP]</c>.</summary>
public sealed class DoctorCommandTests : IDisposable
{
    private readonly Scratch scratch = new();

    public DoctorCommandTests()
    {
        string[] lines = Clusters.Csv(90, 4).TrimEnd().Split('\n');
        scratch.Text("data.csv", string.Join('\n', lines));
        scratch.Text("gaps.csv", string.Join('\n', lines).Replace("kind 1\n", "NA\n", StringComparison.Ordinal).Replace(lines[8].Split(',')[1], "NA", StringComparison.Ordinal));
        scratch.Text("ids.csv", string.Join('\n', lines.Select((line, i) => i == 0 ? $"id,{line}" : $"{i},{line}")));
    }

    public void Dispose() => scratch.Dispose();

    [Fact]
    public void Data_is_examined_before_a_fit()
    {
        ToolResult result = Tool.Run(scratch, Line("doctor ids.csv --labels kind")).EndsWith(0);
        Assert.All(["90 rows, 5 columns", "D105", "warning", "a row number among the features", "why: ", "try: --drop id"], word => Assert.Contains(word, result.Output, StringComparison.Ordinal));
        Assert.Empty(result.Error);
    }

    [Fact]
    public void The_remedy_cures_it() =>
        Assert.DoesNotContain("D105", Tool.Run(scratch, Line("doctor ids.csv --labels kind --drop id --fail-on warn --perplexity 29")).Output, StringComparison.Ordinal);

    [Theory]
    [InlineData("doctor ids.csv --labels kind", 0)]
    [InlineData("doctor ids.csv --labels kind --fail-on error", 0)]
    [InlineData("doctor ids.csv --labels kind --fail-on warn", 4)]
    [InlineData("doctor gaps.csv", 4)]
    [InlineData("fit gaps.csv -o map.csv", 3)]
    [InlineData("fit gaps.csv --drop v1 -o map.csv --iterations 60", 0)]
    [InlineData("fit ids.csv -o map.csv --iterations 60", 0)]
    public void The_exit_code_follows_the_worst_finding(string line, int code) => Tool.Run(scratch, Line(line)).EndsWith(code);

    [Fact]
    public void What_a_fit_refuses_is_a_finding()
    {
        JsonElement json = Tool.Run(scratch, Line("doctor gaps.csv --json")).EndsWith(4).Json;
        JsonElement finding = json.GetProperty("findings")[0];
        Assert.Equal(("D101", "error"), (finding.GetProperty("code").GetString(), finding.GetProperty("severity").GetString()));
        Assert.Equal([7], finding.GetProperty("rows").EnumerateArray().Select(row => row.GetInt32()));
        Assert.Equal("--drop v1", finding.GetProperty("remedy").GetString());
        Assert.Equal("error", json.GetProperty("worst").GetString());
    }

    [Fact]
    public void A_map_is_examined_beside_its_data_and_reported_as_a_page()
    {
        Tool.Run(scratch, Line("fit data.csv --labels kind -o map.csv --perplexity 10")).EndsWith(0);
        ToolResult result = Tool.Run(scratch, Line("doctor data.csv map.csv --labels kind --perplexity 10 -o report.html")).EndsWith(0);
        Assert.Contains("trustworthiness 0.9", result.Output, StringComparison.Ordinal);
        string page = File.ReadAllText(scratch.PathOf("report.html"));
        Assert.All(["<svg", "Content-Security-Policy", "D111", "neighbors kept"], word => Assert.Contains(word, page, StringComparison.Ordinal));
        Assert.DoesNotContain("http", page.Replace("http-equiv", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public void A_map_of_other_rows_is_an_error()
    {
        scratch.Text("wrong.csv", "x,y\n" + string.Join('\n', Enumerable.Range(0, 90).Select(i => $"{i * 37 % 89},{i * 53 % 83}")));
        JsonElement json = Tool.Run(scratch, Line("doctor data.csv wrong.csv --json")).EndsWith(4).Json;
        Assert.Contains("D301", json.GetProperty("findings").EnumerateArray().Select(finding => finding.GetProperty("code").GetString()));
        Assert.InRange(json.GetProperty("map").GetProperty("kept").GetDouble(), 0, 0.4);
    }

    [Fact]
    public void A_deep_look_compares_random_starts()
    {
        JsonElement json = Tool.Run(scratch, Line("doctor data.csv --labels kind --deep --json --iterations 150 --early-exaggeration-iter 50")).EndsWith(0).Json;
        Assert.Equal(3, json.GetProperty("stability").GetProperty("starts").GetInt32());
        Assert.InRange(json.GetProperty("stability").GetProperty("overlap").GetDouble(), 0.3, 1);
    }

    [Theory]
    [InlineData(2, "doctor", "missing")]
    [InlineData(2, "doctor data.csv --fail-on never", "error")]
    [InlineData(2, "doctor data.csv -o report.pdf", ".html")]
    [InlineData(2, "doctor data.csv --perplexity 60", "29")]
    [InlineData(3, "doctor none.csv", "none.csv")]
    [InlineData(3, "doctor data.csv none.csv", "none.csv")]
    [InlineData(3, "doctor data.csv --drop other", "other")]
    [InlineData(3, "fit data.csv --drop v0 --drop v1 --drop v2 --drop v3 -o map.csv", "no number column")]
    public void A_slip_is_named(int code, string line, string word) => Tool.Run(scratch, Line(line)).EndsWith(code).Complains(word);

    private static string[] Line(string words) => words.Split(' ');
}
