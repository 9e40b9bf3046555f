namespace Vicinity.Cli;

/// <summary>Pixels of a png or svg.</summary>
/// <param name="Width">From left to right.</param>
/// <param name="Height">From top to bottom.</param>
internal sealed record PictureSize(int Width = MapFigure.UsualWidth, int Height = MapFigure.UsualHeight);
