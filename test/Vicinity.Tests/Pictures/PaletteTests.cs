using Xunit;

namespace Vicinity.Tests;

public sealed class PaletteTests
{
    private static readonly double[,] AsSeen = { { 1, 0, 0 }, { 0, 1, 0 }, { 0, 0, 1 } };

    // Vienot, Brettel, Mollon 1999: linear RGB as seen without green and without red receptors.
    private static readonly double[,] WithoutGreen = { { 0.29275, 0.70725, 0 }, { 0.29275, 0.70725, 0 }, { -0.02234, 0.02234, 1 } };
    private static readonly double[,] WithoutRed = { { 0.11238, 0.88762, 0 }, { 0.11238, 0.88762, 0 }, { 0.00401, -0.00401, 1 } };

    [Theory]
    [InlineData(8, 0.10, 0.05)]
    [InlineData(10, 0.15, 0.07)]
    [InlineData(20, 0.09, 0.06)]
    [InlineData(30, 0.08, 0.055)]
    public void Colors_stay_apart_for_most_eyes(int classes, double seen, double colorBlind)
    {
        Rgb[] colors = [.. Palette.For(classes), Rgb.White];
        Assert.Equal(classes + 1, colors.Length);
        Assert.True(Closest(colors, AsSeen) > seen, $"{Closest(colors, AsSeen)}");
        Assert.True(Closest(colors, WithoutGreen) > colorBlind, $"{Closest(colors, WithoutGreen)}");
        Assert.True(Closest(colors, WithoutRed) > colorBlind, $"{Closest(colors, WithoutRed)}");
    }

    [Fact]
    public void Every_number_of_classes_has_that_many_colors()
    {
        Assert.All(Enumerable.Range(0, Palette.Largest + 1), classes => Assert.Equal(classes, Palette.For(classes).Distinct().Count()));
    }

    private static double Closest(Rgb[] colors, double[,] eye)
    {
        double[][] labs = [.. colors.Select(color => OkLab(color, eye))];
        return (from a in Enumerable.Range(0, labs.Length)
                from b in Enumerable.Range(0, a)
                select Math.Sqrt(labs[a].Zip(labs[b], (p, q) => (p - q) * (p - q)).Sum())).Min();
    }

    /// <summary>Ottosson 2020.</summary>
    private static double[] OkLab(Rgb color, double[,] eye)
    {
        double[] linear = Times(eye, [Linear(color.R), Linear(color.G), Linear(color.B)]);
        double[] cones = Times(new[,] { { 0.4122214708, 0.5363325363, 0.0514459929 }, { 0.2119034982, 0.6806995451, 0.1073969566 }, { 0.0883024619, 0.2817188376, 0.6299787005 } }, linear);
        return Times(
            new[,] { { 0.2104542553, 0.7936177850, -0.0040720468 }, { 1.9779984951, -2.4285922050, 0.4505937099 }, { 0.0259040371, 0.7827717662, -0.8086757660 } },
            [.. cones.Select(Math.Cbrt)]);
    }

    private static double Linear(byte channel) => channel <= 10 ? channel / 255.0 / 12.92 : Math.Pow((channel / 255.0 + 0.055) / 1.055, 2.4);

    private static double[] Times(double[,] matrix, double[] vector) =>
        [.. Enumerable.Range(0, 3).Select(i => matrix[i, 0] * vector[0] + matrix[i, 1] * vector[1] + matrix[i, 2] * vector[2])];
}
