using System.Text.Json;
using System.Text.RegularExpressions;

using Vicinity.Cli;

using Xunit;

namespace Vicinity.Tests;

public sealed class MethodsCommandTests
{
    [Fact]
    public void The_table_has_a_line_of_names_and_one_for_each_method()
    {
        string[] lines = MethodsCommand.Table().ReplaceLineEndings("\n").TrimEnd().Split('\n');
        Assert.Equal(MethodCatalog.All.Count + 1, lines.Length);
        Assert.All(lines, line => Assert.Equal(7, Regex.Split(line, " {2,}").Length));
        Assert.StartsWith("rtsne, rklsne", lines.Single(line => line.StartsWith("rtsne", StringComparison.Ordinal)), StringComparison.Ordinal);
    }

    [Fact]
    public void The_json_array_has_the_same()
    {
        JsonElement nerv = JsonDocument.Parse(MethodsCommand.Json()).RootElement.EnumerateArray().Single(item => item.GetProperty("method").GetString() == "nerv");
        Assert.Equal(0.9, nerv.GetProperty("parameters").GetProperty("lambda").GetDouble());
        Assert.Equal("point", nerv.GetProperty("normalization").GetString());
    }

    /// <summary>The page is written by hand around the table, and the table is the catalog's.</summary>
    [Fact]
    public void The_page_of_methods_has_the_catalog_line_by_line()
    {
        string page = Repository.Read("docs/theory/methods.md");
        Assert.All(MethodCatalog.All, method => Assert.Contains(Row(method), page, StringComparison.Ordinal));
        Assert.Equal(MethodCatalog.All.Count + 1, Regex.Count(page, @"(?m)^\| [a-z]"));
    }

    private static string Row(Method method)
    {
        string parameters = method.Parameters.Count == 0 ? "-" : string.Join(", ", method.Parameters);
        string[] cells = [string.Join(", ", method.Aliases.Prepend(method.Name)), method.Cost, method.Kernel, method.Normalization, method.Affinities, parameters, method.Paper];
        return $"\n| {string.Join(" | ", cells)} |\n";
    }
}
