using System.Text.Json;

using Xunit;

namespace Vicinity.EndToEnd;

/// <summary>Odd but honest data gives a map and a warning.</summary>
public sealed class AcceptedInputTests : IDisposable
{
    private readonly Scratch scratch = new();

    public void Dispose() => scratch.Dispose();

    [Fact]
    public void A_constant_column_is_told_of_by_name() => Warns("a,b,c\n" + string.Concat(Rows(i => $"{Math.Sin(i):F4},7,{Math.Cos(i):F4}")), "\"b\"");

    [Fact]
    public void A_column_far_from_0_is_told_of_by_name() => Warns("a,b,c\n" + string.Concat(Rows(i => $"{i},{6000000 + Math.Sin(i):F4},{i * i % 11}")), "\"b\"");

    [Fact]
    public void A_first_line_that_may_be_a_header_is_told_of()
    {
        scratch.Text("data.csv", "name,1980\n" + string.Concat(Rows(i => $"n{i},{i}")));
        Assert.Contains("! D115 Line 1 of data.csv", Tool.Run(scratch, "fit", "data.csv", "-o", "map.npy").EndsWith(0).Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Equal_rows_are_told_of() => Warns(string.Concat(Rows(_ => "1,2,3")));

    [Fact]
    public void Duplicates_are_told_of() => Warns(string.Concat(Rows(i => $"{i / 4},{i / 4 * 2},{i / 4 * 5 % 7}")));

    [Fact]
    public void Clean_data_is_not_warned_about_beyond_its_size()
    {
        scratch.Text("data.csv", Clusters.Csv(120, 4));
        ToolResult result = Tool.Run(scratch, "fit", "data.csv", "-o", "map.npy", "--json").EndsWith(0);
        Assert.Equal(0, result.Json.GetProperty("warnings").GetArrayLength());
    }

    private static IEnumerable<string> Rows(Func<int, string> row) => Enumerable.Range(0, 40).Select(i => row(i) + "\n");

    private void Warns(string text, string word = "")
    {
        scratch.Text("data.csv", text);
        ToolResult result = Tool.Run(scratch, "fit", "data.csv", "-o", "map.csv", "--perplexity", "5", "--json").EndsWith(0);
        JsonElement warnings = result.Json.GetProperty("warnings");
        Assert.NotEqual(0, warnings.GetArrayLength());
        Assert.Contains($"! {warnings[0].GetProperty("code").GetString()} ", result.Error, StringComparison.Ordinal);
        Assert.Contains(word, warnings[0].GetProperty("message").GetString(), StringComparison.Ordinal);
        Assert.Equal(41, scratch.Lines("map.csv").Length);
    }
}
