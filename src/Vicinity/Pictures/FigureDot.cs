namespace Vicinity;

/// <summary>A full disc with its centre at (X, Y), in pixels from the upper left corner.</summary>
internal readonly record struct FigureDot(double X, double Y, Rgb Color);
