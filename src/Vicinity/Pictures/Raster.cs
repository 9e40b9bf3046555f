namespace Vicinity;

/// <summary>Pixels on white ground, three bytes each, row after row from the top.</summary>
internal sealed class Raster
{
    private readonly byte[] pixels;

    public Raster(int width, int height)
    {
        Width = width;
        Height = height;
        pixels = new byte[width * height * 3];
        Array.Fill(pixels, (byte)255);
    }

    public int Width { get; }

    public int Height { get; }

    public ReadOnlySpan<byte> Pixels => pixels;

    public ReadOnlySpan<byte> Row(int y) => pixels.AsSpan(y * Width * 3, Width * 3);

    /// <summary>Lays a colour over a pixel; coverage 0 ... 256. In whole numbers, so that every machine gets the same bits. Outside: nothing.</summary>
    public void Blend(int x, int y, Rgb color, int coverage)
    {
        if ((uint)x >= (uint)Width || (uint)y >= (uint)Height)
        {
            return;
        }

        Span<byte> pixel = pixels.AsSpan((y * Width + x) * 3, 3);
        int ground = 256 - coverage;
        pixel[0] = (byte)((pixel[0] * ground + color.R * coverage) >> 8);
        pixel[1] = (byte)((pixel[1] * ground + color.G * coverage) >> 8);
        pixel[2] = (byte)((pixel[2] * ground + color.B * coverage) >> 8);
    }
}
