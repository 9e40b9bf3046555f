namespace Vicinity;

/// <summary>A rectangle of a picture, in pixels from the upper left corner.</summary>
internal readonly record struct Frame(double Left, double Top, double Right, double Bottom)
{
    public double Width => Right - Left;

    public double Height => Bottom - Top;

    public bool Touches(Frame other) => Left < other.Right && other.Left < Right && Top < other.Bottom && other.Top < Bottom;
}
