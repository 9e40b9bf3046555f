using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace Vicinity.Tests;

public sealed class PngWriterTests
{
    [Fact]
    public void Any_picture_is_read_back_as_it_was_written()
    {
        Gen<(int Width, int Height, int Seed)> sizes = from width in Gen.Choose(1, 40) from height in Gen.Choose(1, 40) from seed in Gen.Choose(0, 1000) select (width, height, seed);
        Prop.ForAll(sizes.ToArbitrary(), size =>
        {
            Raster raster = Noise(size.Width, size.Height, size.Seed);
            MemoryStream png = new();
            PngWriter.Write(raster, png);
            (int width, int height, byte[] pixels) = PngDecoder.Decode(png.ToArray());
            return width == size.Width && height == size.Height && pixels.AsSpan().SequenceEqual(raster.Pixels);
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void A_white_picture_is_small()
    {
        MemoryStream png = new();
        PngWriter.Write(new Raster(2000, 2000), png);
        Assert.InRange(png.Length, 1, 20_000);
    }

    private static Raster Noise(int width, int height, int seed)
    {
        Raster raster = new(width, height);
        SeededRandom random = new(seed);
        for (int k = 0; k < width * height; k++)
        {
            raster.Blend(k % width, k / width, Rgb.Of(random.NextInt(0x1000000)), random.NextInt(2) * 256);
        }

        return raster;
    }
}
