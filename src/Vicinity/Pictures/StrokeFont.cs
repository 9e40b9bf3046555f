namespace Vicinity;

/// <summary>The font of the raster pictures: round strokes of one width, smooth at any size.</summary>
internal static class StrokeFont
{
    private const double UnitsPerSize = 0.072;
    private const double Gap = 2.8;

    private const string Accented =
        "AAAAAAACEEEEIIIIDNOOOOOxOUUUUYPsaaaaaaaceeeeiiiidnooooo/ouuuuypyAaAaAaCcCcCcCcDdDdEeEeEeEeEeGgGgGgGgHhHhIiIiIiIiIiIiJjKkkLlLlLlLlLl"
        + "NnNnNnnNnOoOoOoOoRrRrRrSsSsSsSsTtTtTtUuUuUuUuUuUuWwYyYZzZzZzs";

    private static readonly Dictionary<char, Glyph> Glyphs = PictureResource.Text("strokes.txt").Split('\n')
        .Where(line => line.Length > 1 && line[1] == ' ')
        .ToDictionary(line => line[0], line => Glyph.Parse(line[2..]));

    /// <summary>Width of a text in pixels.</summary>
    public static double Width(string text, double size) => text.Length == 0 ? 0 : (text.Sum(Advance) - Gap) * size * UnitsPerSize;

    /// <summary>The room that a text takes, with a little air around.</summary>
    public static Frame Box(FigureText text)
    {
        double width = Width(text.Text, text.Size);
        double left = text.X - text.Align * width;
        return new(left - 0.3 * text.Size, text.Y - text.Size, left + width + 0.3 * text.Size, text.Y + 0.4 * text.Size);
    }

    /// <summary>The text, or as much of its beginning as fits, with three dots.</summary>
    public static string Fit(string text, double size, double width)
    {
        if (Width(text, size) <= width)
        {
            return text;
        }

        int length = text.Length;
        while (length > 0 && Width(text[..length] + "…", size) > width)
        {
            length--;
        }

        return text[..length].TrimEnd() + "…";
    }

    public static void Draw(Raster raster, FigureText text)
    {
        double unit = text.Size * UnitsPerSize;
        double pen = Math.Max(1, unit * (text.Bold ? 1.85 : 1.2));
        if (text.Halo)
        {
            Draw(raster, text, unit, pen + 4 * unit, Rgb.White);
        }

        Draw(raster, text, unit, pen, text.Color);
    }

    private static void Draw(Raster raster, FigureText text, double unit, double pen, Rgb color)
    {
        double x = text.X - text.Align * Width(text.Text, text.Size);
        foreach (char sign in text.Text)
        {
            DrawGlyph(raster, Of(sign), x, Math.Round(text.Y), unit, pen, color);
            x += Advance(sign) * unit;
        }
    }

    private static void DrawGlyph(Raster raster, Glyph glyph, double x, double baseline, double unit, double pen, Rgb color)
    {
        int left = (int)Math.Floor(x - pen);
        int right = (int)Math.Ceiling(x + glyph.Width * unit + pen);
        int top = (int)Math.Floor(baseline - 12 * unit - pen);
        int bottom = (int)Math.Ceiling(baseline + 4 * unit + pen);
        Stroke[] strokes = [.. glyph.Strokes.Select(s => new Stroke(x + s.X0 * unit, baseline - s.Y0 * unit, x + s.X1 * unit, baseline - s.Y1 * unit))];
        for (int row = top; strokes.Length > 0 && row < bottom; row++)
        {
            for (int column = left; column < right; column++)
            {
                double cover = Math.Clamp(pen / 2 + 0.5 - Nearest(strokes, column + 0.5, row + 0.5), 0, 1);
                raster.Blend(column, row, color, (int)(cover * 256));
            }
        }
    }

    private static double Advance(char sign) => Of(sign).Width + Gap;

    private static double Nearest(Stroke[] strokes, double x, double y)
    {
        double nearest = double.MaxValue;
        foreach (Stroke stroke in strokes)
        {
            nearest = Math.Min(nearest, stroke.Distance(x, y));
        }

        return nearest;
    }

    /// <summary>The character itself, its plain letter, or a box.</summary>
    private static Glyph Of(char sign) => Glyphs.TryGetValue(Plain(sign), out Glyph? glyph) ? glyph : Glyphs['□'];

    private static char Plain(char sign) => sign switch
    {
        >= '\u00C0' and <= '\u017F' => Accented[sign - 'À'],
        '‘' or '’' => '\'',
        '“' or '”' => '"',
        '‐' or '‑' or '–' or '—' or '−' => '-',
        '\t' or '\u00A0' or '\u202F' => ' ',
        'µ' => 'u',
        _ => sign,
    };
}
