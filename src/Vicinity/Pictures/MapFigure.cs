namespace Vicinity;

/// <summary>A map drawn as points coloured by label.</summary>
/// <param name="Map">n x 1 ... 3 positions; of three only the first two are drawn, and the picture says so.</param>
public sealed record MapFigure(Matrix Map)
{
    /// <summary>Colour and legend; default: one colour.</summary>
    public Labels? Labels { get; init; }

    /// <summary>A line above the map. Default: none.</summary>
    public string Title { get; init; } = "";

    /// <summary>Names shown on hover, one per point. Default: row numbers from 0.</summary>
    public IReadOnlyList<string>? Ids { get; init; }

    /// <summary>Width in pixels. Default: 1200.</summary>
    public int Width { get; init; } = 1200;

    /// <summary>Height in pixels. Default: 1000.</summary>
    public int Height { get; init; } = 1000;

    /// <summary>Draws the map as png, svg or html, by the extension.</summary>
    /// <param name="path">The file; replaced if it exists.</param>
    public void Write(string path) => throw new NotImplementedException();
}
