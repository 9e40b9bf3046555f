namespace Vicinity;

/// <summary>A map drawn as points coloured by label.</summary>
/// <remarks>
/// Both directions have one scale and there are no axes: the units of a map mean nothing. Points are drawn in a shuffled order that is
/// always the same, their size and opacity follow from their number. The same figure gives the same pixels on every machine.
/// Up to 30 classes have a colour of their own; of more the 29 largest, and the rest is grey. Cost: O(n + width x height).
/// </remarks>
/// <param name="Map">n x 1 ... 3 positions; of three only the first two are drawn, and one dimension as a strip; the picture says so.</param>
public sealed record MapFigure(Matrix Map)
{
    internal const int UsualWidth = 1200;
    internal const int UsualHeight = 1000;

    /// <summary>The positions; n x 1 ... 3.</summary>
    public Matrix Map { get; init; } = Map ?? throw new ArgumentNullException(nameof(Map));

    /// <summary>The extensions that <see cref="Write"/> knows.</summary>
    public static IReadOnlyList<string> Extensions { get; } = [".png", ".svg", ".html"];

    /// <summary>Colour and legend, one label per point. Default: one colour.</summary>
    public Labels? Labels { get; init; }

    /// <summary>A line above the map. Default: none.</summary>
    public string Title { get; init => field = value ?? throw new ArgumentNullException(nameof(value)); } = "";

    /// <summary>Names shown on hover, one per point. Default: row numbers from 0.</summary>
    public IReadOnlyList<string>? Ids { get; init; }

    /// <summary>More text shown on hover, one per point; line feeds begin new lines. Default: none.</summary>
    public IReadOnlyList<string>? Details { get; init; }

    /// <summary>Width in pixels, 200 ... 10,000; an html page follows its window instead. Default: 1200.</summary>
    public int Width { get; init; } = UsualWidth;

    /// <summary>Height in pixels, 200 ... 10,000; an html page follows its window instead. Default: 1000.</summary>
    public int Height { get; init; } = UsualHeight;

    /// <summary>What the picture says below the map.</summary>
    internal string Note => $"{Map.Rows:N0} {(Map.Rows == 1 ? "point" : "points")}" + Map.Columns switch
    {
        1 => " · one dimension, from left to right; the height only spreads the points",
        3 => " · first two of three dimensions",
        _ => "",
    };

    /// <summary>Draws the map as png, svg or html, by the extension.</summary>
    /// <param name="path">The file; replaced if it exists. A picture that fails leaves it as it was.</param>
    /// <exception cref="ArgumentException">The extension is none of these, or the figure is not consistent; the message says how.</exception>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public void Write(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        Action<Stream> write = Path.GetExtension(path).ToLowerInvariant() switch
        {
            ".png" => WritePng,
            ".svg" => WriteSvg,
            ".html" => WriteHtml,
            string other => throw new ArgumentException(
                $"'{path}' has {(other.Length > 0 ? $"the extension {other}" : "no extension")}, "
                + $"but a picture can be {string.Join(", ", Extensions)}.", nameof(path)),
        };
        AtomicFile.Write(path, write);
    }

    /// <summary>Draws the map as png: 8-bit RGB on white ground.</summary>
    /// <param name="output">Where to; stays open.</param>
    /// <exception cref="ArgumentException">The figure is not consistent; the message says how.</exception>
    public void WritePng(Stream output)
    {
        ArgumentNullException.ThrowIfNull(output);
        PngWriter.Write(RasterFigure.Draw(new(this)), output);
    }

    /// <summary>Draws the map as svg: one circle per point up to 20,000 points, above that an embedded png of them, which the picture says.</summary>
    /// <param name="output">Where to; stays open.</param>
    /// <exception cref="ArgumentException">The figure is not consistent; the message says how.</exception>
    public void WriteSvg(Stream output)
    {
        ArgumentNullException.ThrowIfNull(output);
        SvgFigure.Write(new(this), output);
    }

    /// <summary>Draws the map as one self-contained html page to pan, zoom and point at; it needs no network.</summary>
    /// <param name="output">Where to; stays open.</param>
    /// <exception cref="ArgumentException">The figure is not consistent; the message says how.</exception>
    public void WriteHtml(Stream output)
    {
        ArgumentNullException.ThrowIfNull(output);
        HtmlFigure.Write(this, output);
    }
}
