using System.Security.Cryptography;
using Xunit;

namespace Vicinity.Tests;

public sealed class DiscStampTests
{
    [Theory]
    [InlineData(0.75, 256)]
    [InlineData(2.0, 100)]
    [InlineData(3.5, 217)]
    [InlineData(6.2, 41)]
    public void A_stamp_covers_as_many_of_64_samples_as_lie_in_the_disc(double radius, int opacity)
    {
        SeededRandom random = new(3);
        for (int trial = 0; trial < 50; trial++)
        {
            double x = random.NextDouble() * 40 - 10;
            double y = random.NextDouble() * 40 - 10;
            Raster raster = new(20, 20);
            new DiscStamp(radius, opacity).Press(raster, x, y, new Rgb(0, 100, 255));
            Assert.Equal(DrawnOneByOne(radius, opacity, x, y), raster.Pixels.ToArray());
        }
    }

    [Fact]
    public void The_scene_has_the_pixels_that_the_script_of_the_page_draws()
    {
        Raster raster = new(120, 90);
        ulong state = 1;
        int Next(int limit)
        {
            state = state * 6364136223846793005 + 1442695040888963407;
            return (int)((state >> 33) % (ulong)limit);
        }

        foreach ((double radius, int opacity) in new[] { (0.75, 40), (2, 128), (3.5, 217), (5, 256) })
        {
            DiscStamp stamp = new(radius, opacity);
            for (int i = 0; i < 200; i++)
            {
                stamp.Press(raster, Next(120 * 128) / 64.0 - 60, Next(90 * 128) / 64.0 - 45, Rgb.Of(Next(0x1000000)));
            }
        }

        // Pedigree: DiscStampGolden.mjs beside this file, which runs page.splat.js under Node.js 20.20.
        Assert.Equal("ac752aa748d5012df98a20aa9bc2a6679093a2959c8384072909d7f0874ed0f6", Convert.ToHexStringLower(SHA256.HashData(raster.Pixels)));
    }

    /// <summary>The oracle: every sample of every pixel of a 20 x 20 picture against the disc, whose centre is the middle of its quarter pixel.</summary>
    private static byte[] DrawnOneByOne(double radius, int opacity, double x, double y)
    {
        (double centerX, double centerY) = ((Math.Floor(4 * x) + 0.5) / 4, (Math.Floor(4 * y) + 0.5) / 4);
        IEnumerable<double> samples = Enumerable.Range(0, 8).Select(k => (k + 0.5) / 8);
        return [.. Enumerable.Range(0, 400).SelectMany(pixel =>
        {
            int inside = samples.Sum(dx => samples.Count(dy => Square(pixel % 20 + dx - centerX) + Square(pixel / 20 + dy - centerY) <= radius * radius));
            int cover = inside * opacity / 64;
            return new[] { 0, 100, 255 }.Select(channel => (byte)((255 * (256 - cover) + channel * cover) / 256));
        })];
    }

    private static double Square(double value) => value * value;
}
