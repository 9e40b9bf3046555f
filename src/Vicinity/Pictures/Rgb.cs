namespace Vicinity;

/// <summary>A colour, 8 bits per channel.</summary>
internal readonly record struct Rgb(byte R, byte G, byte B)
{
    public static readonly Rgb White = new(255, 255, 255);
    public static readonly Rgb Ink = new(0x1F, 0x23, 0x28);
    public static readonly Rgb PaleInk = new(0x6E, 0x76, 0x81);

    /// <summary>From 0xRRGGBB.</summary>
    public static Rgb Of(int code) => new((byte)(code >> 16), (byte)(code >> 8), (byte)code);

    /// <summary>As svg, css and html write it: #rrggbb.</summary>
    public string Hex => $"#{R:x2}{G:x2}{B:x2}";
}
