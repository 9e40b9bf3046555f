namespace Vicinity;

/// <summary>A line of text at its place in a picture.</summary>
/// <param name="Text">What it says.</param>
/// <param name="X">Left end, middle or right end, by <see cref="Align"/>; in pixels.</param>
/// <param name="Y">The base line; in pixels from the top.</param>
/// <param name="Size">Font size in pixels.</param>
/// <param name="Color">Of the letters.</param>
internal sealed record FigureText(string Text, double X, double Y, double Size, Rgb Color)
{
    /// <summary>The share of the text that lies left of X: 0 begins there, 0.5 is centred, 1 ends there.</summary>
    public double Align { get; init; }

    public bool Bold { get; init; }

    /// <summary>A white rim, for text that lies on points.</summary>
    public bool Halo { get; init; }
}
