using Xunit;

namespace Vicinity.Tests;

public sealed class StrokeFontTests
{
    [Fact]
    public void Every_printable_ascii_character_has_a_look_of_its_own()
    {
        List<string> looks = [.. Enumerable.Range(33, 94).Select(code => Look($"{(char)code}"))];
        Assert.Equal(94, looks.Distinct(StringComparer.Ordinal).Count());
        Assert.DoesNotContain(Look(" "), looks);
        Assert.DoesNotContain(Look("\u4E2D"), looks);
    }

    [Theory]
    [InlineData("ÀÉÎõüçñÿ", "AEIoucny")]
    [InlineData("ŁódźŽižek", "LodzZizek")]
    [InlineData("“–”", "\"-\"")]
    public void Accents_are_left_out(string text, string plain)
    {
        Assert.Equal(Look(plain), Look(text));
    }

    [Fact]
    public void The_whole_range_of_latin_letters_with_accents_is_known()
    {
        Assert.All(Enumerable.Range(0xC0, 0x180 - 0xC0), code => Assert.NotEqual(Look("\u4E2D"), Look($"{(char)code}")));
    }

    [Fact]
    public void Unknown_characters_are_boxes() => Assert.Equal(Look("\u4E2D"), Look("\u65E5"));

    [Fact]
    public void A_text_that_does_not_fit_ends_in_dots()
    {
        const string text = "a rather long name of a class";
        Assert.Equal(text, StrokeFont.Fit(text, 12, 1000));
        string cut = StrokeFont.Fit(text, 12, 80);
        Assert.EndsWith("…", cut);
        Assert.StartsWith(cut[..^1], text);
        Assert.InRange(StrokeFont.Width(cut, 12), 50, 80);
    }

    [Fact]
    public void Ink_stays_within_the_measured_width()
    {
        Raster raster = Drawn("Width", 40);
        double width = StrokeFont.Width("Width", 20);
        int[] inked = [.. Enumerable.Range(0, raster.Width * raster.Height).Where(k => raster.Pixels[3 * k] < 255).Select(k => k % raster.Width)];
        Assert.InRange(inked.Min(), 40 - 2, 40 + 1);
        Assert.InRange(inked.Max(), 40 + width - 2, 40 + width + 2);
    }

    private static string Look(string text) => Convert.ToHexString(Drawn(text, 10).Pixels);

    private static Raster Drawn(string text, double x)
    {
        Raster raster = new(200, 40);
        StrokeFont.Draw(raster, new FigureText(text, x, 28, 20, Rgb.Ink));
        return raster;
    }
}
