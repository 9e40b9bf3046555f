namespace Vicinity;

/// <summary>Draws a layout as pixels.</summary>
internal static class RasterFigure
{
    public static Raster Draw(FigureLayout layout)
    {
        Raster raster = new(layout.Width, layout.Height);
        DrawPoints(raster, layout, 0, 0, 1);
        DiscStamp dot = new(layout.Legend.DotRadius, 256);
        foreach (FigureDot place in layout.Legend.Dots)
        {
            dot.Press(raster, place.X, place.Y, place.Color);
        }

        foreach (FigureText text in layout.Texts)
        {
            StrokeFont.Draw(raster, text);
        }

        return raster;
    }

    /// <summary>The points alone, at so many pixels per pixel of the layout; for pictures inside of pictures.</summary>
    public static Raster DrawFrame(FigureLayout layout, int scale)
    {
        Raster raster = new((int)Math.Ceiling(layout.Frame.Width * scale), (int)Math.Ceiling(layout.Frame.Height * scale));
        DrawPoints(raster, layout, layout.Frame.Left, layout.Frame.Top, scale);
        return raster;
    }

    private static void DrawPoints(Raster raster, FigureLayout layout, double left, double top, double scale)
    {
        DiscStamp stamp = new(layout.Radius * scale, layout.Opacity);
        foreach (int point in layout.Order)
        {
            FigureDot dot = layout.Dot(point);
            stamp.Press(raster, (dot.X - left) * scale, (dot.Y - top) * scale, dot.Color);
        }
    }
}
