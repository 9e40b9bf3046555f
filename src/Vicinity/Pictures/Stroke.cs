namespace Vicinity;

/// <summary>A straight piece of a pen stroke.</summary>
internal readonly record struct Stroke(double X0, double Y0, double X1, double Y1)
{
    /// <summary>Distance from (x, y) to the piece.</summary>
    public double Distance(double x, double y)
    {
        double dx = X1 - X0;
        double dy = Y1 - Y0;
        double squaredLength = dx * dx + dy * dy;
        double along = squaredLength == 0 ? 0 : Math.Clamp(((x - X0) * dx + (y - Y0) * dy) / squaredLength, 0, 1);
        double awayX = x - X0 - along * dx;
        double awayY = y - Y0 - along * dy;
        return Math.Sqrt(awayX * awayX + awayY * awayY);
    }
}
