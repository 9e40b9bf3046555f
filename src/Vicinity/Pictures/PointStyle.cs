namespace Vicinity;

/// <summary>Size and opacity of the points, from their number and the room they have.</summary>
internal static class PointStyle
{
    /// <summary>The radius falls with the fourth root of the number, so that the ink grows with its square root; where points must
    /// overlap they turn transparent, so that density still shows.</summary>
    /// <returns>Radius in pixels; opacity 0 ... 256.</returns>
    public static (double Radius, int Opacity) For(int points, Frame frame)
    {
        double side = Math.Sqrt(frame.Width * frame.Height);
        double wished = 0.03 * side / Math.Sqrt(Math.Sqrt(Math.Max(1, points)));
        double radius = Math.Clamp(wished, 0.75, Math.Max(0.75, 0.0095 * side));
        double ink = points * Math.PI * radius * radius / (frame.Width * frame.Height);
        return (radius, (int)(256 * Math.Clamp(0.62 / Math.Sqrt(ink), 0.1, 0.85)));
    }
}
