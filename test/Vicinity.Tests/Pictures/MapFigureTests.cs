using Xunit;

namespace Vicinity.Tests;

public sealed class MapFigureTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("vicinity-pictures-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Theory]
    [InlineData(800, 600)]
    [InlineData(2000, 2000)]
    public void The_written_png_is_the_picture(int width, int height)
    {
        MapFigure figure = new(Blobs.Map(1797, 10)) { Labels = Blobs.Labels(1797, 10), Title = "Ten islands", Width = width, Height = height };
        string path = Path.Combine(folder, "map.PNG");
        figure.Write(path);
        (int readWidth, int readHeight, byte[] pixels) = PngDecoder.Decode(File.ReadAllBytes(path));
        Assert.Equal((width, height), (readWidth, readHeight));
        Assert.True(RasterFigure.Draw(new(figure)).Pixels.SequenceEqual(pixels));
        Assert.All(Palette.For(10), color => Assert.True(Shares(pixels, color) > 20));
    }

    [Theory]
    [InlineData("png")]
    [InlineData("svg")]
    [InlineData("html")]
    public void Empty_maps_single_points_and_equal_points_have_pictures(string extension)
    {
        MapFigure[] figures =
        [
            new(Blobs.Map(0, 1)),
            new(Blobs.Map(0, 1)) { Labels = Labels.From([]) },
            new(Blobs.Map(1, 1)) { Labels = Labels.From(["only"]) },
            new(Matrix.Wrap(new float[200], 100, 2)) { Labels = Blobs.Labels(100, 2) },
            new(Matrix.Wrap(new float[100], 100, 1)),
            new(Matrix.Copy(new[,] { { -float.MaxValue, 0f }, { float.MaxValue, 0f } })),
            new(Matrix.Copy(new[,] { { 0f, 0f }, { float.Epsilon, 0f } })),
        ];
        for (int k = 0; k < figures.Length; k++)
        {
            string path = Path.Combine(folder, $"{k}.{extension}");
            figures[k].Write(path);
            Assert.True(new FileInfo(path).Length > 200);
            Assert.DoesNotContain("NaN", extension == "png" ? "" : File.ReadAllText(path).Replace("isNaN", ""));
        }
    }

    [Fact]
    public void Equal_points_lie_in_the_middle_of_the_frame()
    {
        FigureLayout layout = new(new MapFigure(Matrix.Wrap(new float[] { 7, 7, 7, 7 }, 2, 2)));
        Assert.Equal((layout.Frame.Left + layout.Frame.Right) / 2, layout.Dot(1).X);
        Assert.Equal((layout.Frame.Top + layout.Frame.Bottom) / 2, layout.Dot(1).Y);
    }

    [Theory]
    [InlineData(1, "one dimension")]
    [InlineData(2, "12 points")]
    [InlineData(3, "first two of three dimensions")]
    public void The_note_says_what_is_shown(int dimensions, string words)
    {
        Assert.Contains(words, new MapFigure(Blobs.Map(12, 2, dimensions)).Note);
    }

    [Theory]
    [InlineData("map.gif", ".gif")]
    [InlineData("map", "no extension")]
    public void An_unknown_extension_is_refused_with_the_known_ones(string name, string got)
    {
        ArgumentException error = Assert.Throws<ArgumentException>(() => new MapFigure(Blobs.Map(9, 1)).Write(Path.Combine(folder, name)));
        Assert.Contains(got, error.Message);
        Assert.All(MapFigure.Extensions, extension => Assert.Contains(extension, error.Message));
        Assert.Empty(Directory.GetFiles(folder));
    }

    [Theory]
    [InlineData(".png")]
    [InlineData(".svg")]
    [InlineData(".html")]
    public void A_picture_replaces_a_file_and_a_failed_one_leaves_it(string extension)
    {
        string path = Path.Combine(folder, "map" + extension);
        File.WriteAllText(path, "before");
        MapFigure bad = new(Matrix.Copy(new[,] { { float.NaN, 0f } }));
        Assert.Throws<ArgumentException>(() => bad.Write(path));
        Assert.Equal("before", File.ReadAllText(path));
        new MapFigure(Blobs.Map(9, 1)).Write(path);
        Assert.NotEqual("before", File.ReadAllText(path));
        Assert.Equal([path], Directory.GetFiles(folder));
    }

    [Fact]
    public void Inconsistent_figures_are_refused_with_both_numbers()
    {
        MapFigure figure = new(Blobs.Map(9, 1));
        Refused(figure with { Labels = Blobs.Labels(8, 2) }, "8 labels", "9 points");
        Refused(figure with { Ids = ["a"] }, "1 ids", "9 points");
        Refused(figure with { Details = [] }, "0 details", "9 points");
        Refused(figure with { Width = 199 }, "width is 199", "200 to 10,000");
        Refused(figure with { Height = 10_001 }, "height is 10001", "200 to 10,000");
        Refused(new(Blobs.Map(9, 1, 4)), "4 columns", "1 to 3");
    }

    private static void Refused(MapFigure figure, params string[] words)
    {
        foreach (Action<Stream> write in new Action<Stream>[] { figure.WritePng, figure.WriteSvg, figure.WriteHtml })
        {
            MemoryStream output = new();
            ArgumentException error = Assert.Throws<ArgumentException>(() => write(output));
            Assert.All(words, word => Assert.Contains(word, error.Message));
            Assert.Equal(0, output.Length);
        }
    }

    private static int Shares(byte[] pixels, Rgb color) =>
        Enumerable.Range(0, pixels.Length / 3).Count(k => pixels[3 * k] == color.R && pixels[3 * k + 1] == color.G && pixels[3 * k + 2] == color.B);
}
