using System.Buffers.Binary;
using System.Globalization;
using System.Text;

using Xunit;

namespace Vicinity.EndToEnd;

/// <summary>What is in the files that a fit writes.</summary>
public sealed class OutputTests : IDisposable
{
    private readonly Scratch scratch = new();

    public OutputTests() => scratch.Text("data.csv", Clusters.Csv(60, 4));

    public void Dispose() => scratch.Dispose();

    [Fact]
    public void All_types_are_written_in_one_run()
    {
        ToolResult result = Fit("--labels", "kind", "-o", "map.csv", "-o", "map.npy", "-o", "map.png", "-o", "map.svg", "-o", "map.html");
        Assert.Equal(["data.csv", "map.csv", "map.html", "map.npy", "map.png", "map.svg"], scratch.Files);
        Assert.All(scratch.Files.Skip(1), file => Assert.Contains($"wrote {file}", result.Output, StringComparison.Ordinal));
        Assert.Equal("id,x,y,label", scratch.Lines("map.csv")[0]);
        Assert.Equal([0x89, .. "PNG"u8], scratch.Read("map.png")[..4]);
        Assert.Contains("<svg", File.ReadAllText(scratch.PathOf("map.svg")), StringComparison.Ordinal);
        Assert.Equal([0x93, .. "NUMPY"u8, 1, 0], scratch.Read("map.npy")[..8]);
    }

    [Fact]
    public void The_page_asks_nobody_for_anything()
    {
        Fit("-o", "map.html");
        string page = File.ReadAllText(scratch.PathOf("map.html")).Replace("http://www.w3.org/2000/svg", "");
        Assert.DoesNotContain("http:", page, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("https:", page, StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("1", "id,x")]
    [InlineData("2", "id,x,y")]
    [InlineData("3", "id,x,y,z")]
    public void A_table_has_one_column_per_dimension_and_the_same_bits_as_the_array(string dimensions, string header)
    {
        Fit("--dims", dimensions, "-o", "map.csv", "-o", "map.npy");
        string[] lines = scratch.Lines("map.csv");
        Assert.Equal(header, lines[0]);
        Assert.Equal(61, lines.Length);
        byte[] array = scratch.Read("map.npy");
        float[] written = [.. lines.Skip(1).SelectMany(line => line.Split(',').Skip(1)).Select(cell => float.Parse(cell, CultureInfo.InvariantCulture))];
        Assert.Equal(array[^(4 * written.Length)..], written.SelectMany(BitConverter.GetBytes).ToArray());
        Assert.Equal(128 + (4 * written.Length), array.Length);
    }

    [Fact]
    public void The_id_is_the_number_of_the_row_in_the_input()
    {
        Fit("--labels", "kind", "--sample", "20", "-o", "map.csv");
        string[][] rows = [.. scratch.Lines("map.csv").Skip(1).Select(line => line.Split(','))];
        int[] ids = [.. rows.Select(row => int.Parse(row[0], CultureInfo.InvariantCulture))];
        Assert.Equal(20, ids.Distinct().Count());
        Assert.NotEqual(Enumerable.Range(0, 20), ids);
        Assert.All(rows, row => Assert.Equal($"kind {int.Parse(row[0], CultureInfo.InvariantCulture) % 3}", row[3]));
    }

    [Fact]
    public void A_label_file_is_cut_with_the_rows()
    {
        scratch.Text("labels.txt", string.Concat(Enumerable.Range(0, 60).Select(i => $"n{i}\n")));
        Fit("--labels", "labels.txt", "--limit", "40", "--sample", "15", "-o", "map.csv");
        string[][] rows = [.. scratch.Lines("map.csv").Skip(1).Select(line => line.Split(','))];
        Assert.Equal(15, rows.Length);
        Assert.All(rows, row => Assert.Equal($"n{row[0]}", row[3]));
        Assert.All(rows, row => Assert.InRange(int.Parse(row[0], CultureInfo.InvariantCulture), 0, 39));
    }

    [Theory]
    [InlineData("--limit", "first 20 of 60 rows")]
    [InlineData("--sample", "20 rows at random (seed 0)")]
    public void Nothing_is_cut_in_silence(string option, string words)
    {
        ToolResult result = Fit(option, "20", "-o", "map.svg", "-o", "map.html");
        Assert.Contains(words, result.Output, StringComparison.Ordinal);
        Assert.Contains(words, File.ReadAllText(scratch.PathOf("map.svg")), StringComparison.Ordinal);
        Assert.Contains(words, File.ReadAllText(scratch.PathOf("map.html")), StringComparison.Ordinal);
    }

    [Fact]
    public void A_map_of_no_iterations_is_its_start()
    {
        Fit("-o", "start.csv", "-o", "start.npy");
        Fit("--init", "start.npy", "--iterations", "0", "-o", "same.npy");
        Fit("--init", "start.csv", "--iterations", "0", "-o", "again.npy");
        Assert.Equal(scratch.Read("start.npy"), scratch.Read("same.npy"));
        Assert.Equal(scratch.Read("start.npy"), scratch.Read("again.npy"));
    }

    [Theory]
    [InlineData("", 1200, 1000)]
    [InlineData("--width 640 --height 480", 640, 480)]
    public void Pictures_have_the_size_that_was_asked_for(string options, int width, int height)
    {
        Fit([.. options.Split(' ', StringSplitOptions.RemoveEmptyEntries), "-o", "map.png", "-o", "map.svg"]);
        byte[] png = scratch.Read("map.png");
        Assert.Equal((width, height), (BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(16)), BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(20))));
        Assert.Contains($"width=\"{width}\" height=\"{height}\"", File.ReadAllText(scratch.PathOf("map.svg")), StringComparison.Ordinal);
    }

    [Fact]
    public void An_old_file_is_replaced()
    {
        scratch.Text("map.csv", "old");
        Fit("-o", "map.csv");
        Assert.Equal(61, scratch.Lines("map.csv").Length);
    }

    [Fact]
    public void Types_are_found_whatever_the_case_of_the_letters()
    {
        Fit("-o", "MAP.CSV", "-o", "Map.Png");
        Assert.Equal(["MAP.CSV", "Map.Png", "data.csv"], scratch.Files);
    }

    [Fact]
    public void Quiet_says_nothing_and_leaves_the_summary()
    {
        ToolResult result = Fit("-o", "map.npy", "--quiet");
        Assert.Empty(result.Error);
        Assert.Contains("wrote map.npy", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_terminal_there_is_one_plain_line_per_stage_and_phase()
    {
        string[] lines = Fit("-o", "map.npy", "--tolerance", "0").Error.Split('\n');
        Assert.DoesNotContain(lines, line => line.Contains('\r') || line.Contains('\e'));
        Assert.Equal(8, lines.Count(line => line.StartsWith("optimize", StringComparison.Ordinal)));
        Assert.Contains(lines, line => line.StartsWith("read ", StringComparison.Ordinal));
        Assert.Equal(lines.Length, lines.Distinct(StringComparer.Ordinal).Count());
    }

    private ToolResult Fit(params string[] arguments) => Tool.Run(scratch, ["fit", "data.csv", "--perplexity", "4", .. arguments]).EndsWith(0);
}
