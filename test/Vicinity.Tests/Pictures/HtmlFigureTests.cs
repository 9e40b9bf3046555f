using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Xunit;

namespace Vicinity.Tests;

public sealed class HtmlFigureTests
{
    [Fact]
    public void The_page_holds_every_point_with_its_name_and_place()
    {
        MapFigure figure = new(Blobs.Map(300, 7)) { Labels = Blobs.Labels(300, 7), Ids = [.. Enumerable.Range(0, 300).Select(i => $"id {i}")] };
        FigureLayout layout = new(figure);
        JsonElement data = Data(Text(figure));
        byte[] positions = data.GetProperty("positions").GetBytesFromBase64();
        byte[] codes = data.GetProperty("codes").GetBytesFromBase64();
        Assert.Equal(300, data.GetProperty("points").GetInt32());
        Assert.Equal((1200, 300), (positions.Length, codes.Length));
        (FigureDot first, FigureDot last) = (layout.Dot(0), layout.Dot(299));
        double step = (X(positions, 299) - X(positions, 0)) / (last.X - first.X);
        for (int i = 0; i < 300; i++)
        {
            FigureDot dot = layout.Dot(i);
            Assert.Equal((dot.X - first.X) * step, X(positions, i) - X(positions, 0), 30.0);
            Assert.Equal((dot.Y - first.Y) * step, Y(positions, i) - Y(positions, 0), 30.0);
            Assert.Equal(figure.Labels[i], data.GetProperty("names")[codes[i]].GetString());
        }

        Assert.Equal("id 299", data.GetProperty("ids")[299].GetString());
        Assert.Equal(65_535, Enumerable.Range(0, 300).Max(i => Math.Max(X(positions, i), Y(positions, i))));
    }

    [Theory]
    [InlineData(256, 1)]
    [InlineData(257, 2)]
    [InlineData(65_537, 4)]
    public void Numbers_of_names_take_as_many_bytes_as_they_need(int names, int bytes)
    {
        JsonElement data = Data(Text(new(Matrix.Wrap(new float[2 * names], names, 2)) { Labels = Blobs.Labels(names, names) }));
        byte[] codes = data.GetProperty("codes").GetBytesFromBase64();
        Assert.Equal(bytes, data.GetProperty("codeBytes").GetInt32());
        Assert.Equal(names * bytes, codes.Length);
        Assert.Equal(names - 1, Enumerable.Range(0, bytes).Sum(k => codes[codes.Length - bytes + k] << (8 * k)));
    }

    [Fact]
    public void Text_from_data_stays_text()
    {
        const string trap = "</script><script>alert(1)</script>{{data}}<!--";
        MapFigure figure = new(Blobs.Map(80, 2))
        {
            Title = trap,
            Labels = Labels.From(Enumerable.Range(0, 80).Select(i => i % 2 == 0 ? trap : "\uD800")),
            Ids = [.. Enumerable.Repeat(trap, 80)],
            Details = [.. Enumerable.Repeat(trap, 80)],
        };
        string html = Text(figure);
        Assert.Equal(2, html.Split("<script").Length - 1);
        Assert.Equal(2, html.Split("</script").Length - 1);
        Assert.Equal(1, html.Split("\"points\":").Length - 1);
        Assert.DoesNotContain("<!--", html);
        JsonElement data = Data(html);
        Assert.Equal(trap, data.GetProperty("classes")[0].GetProperty("name").GetString());
        Assert.Equal(trap, data.GetProperty("ids")[0].GetString());
        Assert.Equal(trap, data.GetProperty("details")[79].GetString());
    }

    [Fact]
    public void The_page_may_run_its_own_script_and_style_only()
    {
        string html = Text(new(Blobs.Map(80, 2)));
        Assert.Contains("default-src 'none'", html);
        Assert.Contains($"script-src 'sha256-{Hash(Between(html, "<script>", "</script>"))}'", html);
        Assert.Contains($"style-src 'sha256-{Hash(Between(html, "<style>", "</style>"))}'", html);
        Assert.DoesNotContain("unsafe", html);
        Assert.DoesNotContain("innerHTML", html);
    }

    [Fact]
    public void The_page_names_no_address()
    {
        string html = Text(new(Blobs.Map(80, 2)) { Labels = Blobs.Labels(80, 2), Title = "Two" });
        Assert.DoesNotContain("http:", html);
        Assert.DoesNotContain("https:", html);
        Assert.DoesNotContain("src=", html);
        Assert.DoesNotContain("url(", html);
        Assert.DoesNotContain("\"//", html);
    }

    [Fact]
    public void The_page_says_how_to_read_it()
    {
        string html = Text(new(Blobs.Map(80, 2, 3)));
        Assert.Contains("<footer><span>80 points · first two of three dimensions</span>", html);
        Assert.Contains("carry little meaning", html);
        Assert.DoesNotContain("{{", html);
    }

    private static int X(byte[] positions, int point) => BinaryPrimitives.ReadUInt16LittleEndian(positions.AsSpan(4 * point));

    private static int Y(byte[] positions, int point) => BinaryPrimitives.ReadUInt16LittleEndian(positions.AsSpan(4 * point + 2));

    private static JsonElement Data(string html) => JsonDocument.Parse(Between(html, "<script type=\"application/json\" id=\"data\">", "</script>")).RootElement;

    private static string Hash(string text) => Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    private static string Between(string text, string start, string end)
    {
        int from = text.IndexOf(start, StringComparison.Ordinal) + start.Length;
        return text[from..text.IndexOf(end, from, StringComparison.Ordinal)];
    }

    private static string Text(MapFigure figure)
    {
        MemoryStream output = new();
        figure.WriteHtml(output);
        return Encoding.UTF8.GetString(output.ToArray());
    }
}
