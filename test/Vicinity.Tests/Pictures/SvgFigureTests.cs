using System.Text;
using System.Xml.Linq;
using Xunit;

namespace Vicinity.Tests;

public sealed class SvgFigureTests
{
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    [Fact]
    public void Every_point_and_every_legend_line_is_a_circle_in_its_place_and_color()
    {
        MapFigure figure = new(Blobs.Map(500, 4)) { Labels = Blobs.Labels(500, 4), Title = "Four" };
        FigureLayout layout = new(figure);
        XElement[] circles = [.. Root(figure).Descendants(Svg + "circle")];
        Assert.Equal(504, circles.Length);
        for (int k = 0; k < 500; k++)
        {
            FigureDot dot = layout.Dot(layout.Order[k]);
            Assert.Equal(dot.X, (double)circles[k].Attribute("cx")!, 0.006);
            Assert.Equal(dot.Y, (double)circles[k].Attribute("cy")!, 0.006);
            Assert.Equal(dot.Color.Hex, (string)circles[k].Attribute("fill")!);
        }
    }

    [Fact]
    public void Above_20_000_points_the_points_are_an_embedded_picture_and_the_file_says_so()
    {
        Assert.Equal(20_000, Root(new(Blobs.Map(20_000, 1))).Descendants(Svg + "circle").Count());
        MapFigure figure = new(Blobs.Map(20_001, 1));
        XElement image = Assert.Single(Root(figure).Elements(Svg + "image"));
        string address = (string)image.Attribute("href")!;
        Assert.StartsWith("data:image/png;base64,", address);
        (int width, int height, byte[] pixels) = PngDecoder.Decode(Convert.FromBase64String(address[22..]));
        Assert.Equal(width, 2 * (double)image.Attribute("width")!, 1.0);
        Assert.Equal(height, 2 * (double)image.Attribute("height")!, 1.0);
        Assert.Contains(pixels, channel => channel < 200);
        Assert.Contains("20,001 points as an embedded png", Text(figure));
    }

    [Fact]
    public void Text_from_data_stays_text()
    {
        MapFigure figure = new(Blobs.Map(80, 2)) { Labels = Labels.From(Enumerable.Range(0, 80).Select(i => i % 2 == 0 ? "<script>alert('&')</script>" : "Ω\u0001\uD800")), Title = "\"a\" < b" };
        string[] texts = [.. Root(figure).Descendants(Svg + "text").Select(text => text.Value)];
        Assert.Contains("<script>alert('&')</script>", texts);
        Assert.Contains("Ω\uFFFD\uFFFD", texts);
        Assert.Contains("\"a\" < b", texts);
        Assert.DoesNotContain("<script", Text(figure));
    }

    [Fact]
    public void There_is_no_address_but_the_namespace()
    {
        string svg = Text(new(Blobs.Map(80, 2)) { Labels = Blobs.Labels(80, 2) });
        Assert.Equal(1, svg.Split("http").Length - 1);
        Assert.Contains("xmlns=\"http://www.w3.org/2000/svg\"", svg);
    }

    private static XElement Root(MapFigure figure) => XElement.Parse(Text(figure));

    private static string Text(MapFigure figure)
    {
        MemoryStream output = new();
        figure.WriteSvg(output);
        return Encoding.UTF8.GetString(output.ToArray());
    }
}
