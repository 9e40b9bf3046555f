namespace Vicinity;

/// <summary>Colours that stay apart for most eyes.</summary>
/// <remarks>
/// Up to 8 classes: Okabe and Ito, "Color Universal Design" (2008). Up to 30: its six strongest, then chosen greedily so that the next
/// colour is the farthest from all before it, and from white and the grey of "other", by the smaller of the OKLab distance as seen
/// and 1.5 times the one as seen without red or without green receptors (Vienot, Brettel, Mollon 1999).
/// </remarks>
internal static class Palette
{
    /// <summary>The most classes with a colour of their own.</summary>
    public const int Largest = 30;

    /// <summary>Of the classes beyond the palette, taken together.</summary>
    public static readonly Rgb Other = Rgb.Of(0xA8A8A8);

    /// <summary>Of a map without labels.</summary>
    public static readonly Rgb Single = Rgb.Of(0x0072B2);

    private static readonly int[] OkabeIto = [0x0072B2, 0xE69F00, 0x009E73, 0xD55E00, 0xCC79A7, 0x56B4E9, 0xF0E442, 0x000000];

    private static readonly int[] Large =
    [
        0x0072B2, 0xE69F00, 0x009E73, 0xD55E00, 0xCC79A7, 0x56B4E9, 0x780046, 0x3C1E96, 0x5ADC96, 0x645000,
        0x8C5078, 0x8C78F0, 0xD2D23C, 0x00466E, 0xA0D2DC, 0xBE2846, 0x5046BE, 0x96B46E, 0x006E46, 0x6E1E00,
        0x783296, 0xFA82C8, 0x8C8246, 0xAA46A0, 0x6482C8, 0xE6646E, 0x5A64DC, 0xA06E96, 0xB4963C, 0x2D2D2D,
    ];

    /// <summary>Colours for so many classes, 0 ... <see cref="Largest"/>.</summary>
    public static Rgb[] For(int classes) =>
        [.. (classes <= OkabeIto.Length ? OkabeIto : Large).Take(classes).Select(Rgb.Of)];
}
