using System.Globalization;
using System.Text;

namespace Vicinity;

/// <summary>Draws a layout as svg, with real text.</summary>
internal static class SvgFigure
{
    private const int MostCircles = 20_000;
    private const int RasterScale = 2;

    public static void Write(FigureLayout layout, Stream output)
    {
        using StreamWriter svg = new(output, new UTF8Encoding(false), leaveOpen: true) { NewLine = "\n" };
        svg.Write($"<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{layout.Width}\" height=\"{layout.Height}\" ");
        svg.WriteLine($"viewBox=\"0 0 {layout.Width} {layout.Height}\">");
        svg.WriteLine("<rect width=\"100%\" height=\"100%\" fill=\"#fff\"/>");
        if (layout.Order.Length > MostCircles)
        {
            WriteImage(svg, layout);
        }
        else
        {
            svg.WriteLine($"<g fill-opacity=\"{Number(layout.Opacity / 256.0)}\">");
            WriteCircles(svg, layout.Order.Select(layout.Dot), layout.Radius);
            svg.WriteLine("</g>");
        }

        WriteCircles(svg, layout.Legend.Dots, layout.Legend.DotRadius);
        svg.WriteLine("<g font-family=\"Helvetica, Arial, sans-serif\">");
        foreach (FigureText text in layout.Texts)
        {
            WriteText(svg, text);
        }

        svg.WriteLine("</g>\n</svg>");
    }

    private static void WriteCircles(StreamWriter svg, IEnumerable<FigureDot> dots, double radius)
    {
        foreach (FigureDot dot in dots)
        {
            svg.WriteLine($"<circle cx=\"{Number(dot.X)}\" cy=\"{Number(dot.Y)}\" r=\"{Number(radius)}\" fill=\"{dot.Color.Hex}\"/>");
        }
    }

    private static void WriteImage(StreamWriter svg, FigureLayout layout)
    {
        using MemoryStream png = new();
        Raster raster = RasterFigure.DrawFrame(layout, RasterScale);
        PngWriter.Write(raster, png);
        svg.WriteLine($"<!-- {layout.Order.Length:N0} points as an embedded png: there are more than {MostCircles:N0} -->");
        svg.Write($"<image x=\"{Number(layout.Frame.Left)}\" y=\"{Number(layout.Frame.Top)}\" width=\"{Number((double)raster.Width / RasterScale)}\" ");
        svg.Write($"height=\"{Number((double)raster.Height / RasterScale)}\" href=\"data:image/png;base64,");
        svg.Write(Convert.ToBase64String(png.GetBuffer(), 0, (int)png.Length));
        svg.WriteLine("\"/>");
    }

    private static void WriteText(StreamWriter svg, FigureText text)
    {
        string anchor = text.Align switch { 0 => "start", 1 => "end", _ => "middle" };
        string weight = text.Bold ? " font-weight=\"bold\"" : "";
        string place = $"x=\"{Number(text.X)}\" y=\"{Number(text.Y)}\" font-size=\"{Number(text.Size)}\" text-anchor=\"{anchor}\"{weight}";
        string words = MarkupText.Escape(text.Text);
        if (text.Halo)
        {
            svg.Write($"<text {place} fill=\"#fff\" stroke=\"#fff\" ");
            svg.WriteLine($"stroke-width=\"{Number(0.3 * text.Size)}\" stroke-linejoin=\"round\">{words}</text>");
        }

        svg.WriteLine($"<text {place} fill=\"{text.Color.Hex}\">{words}</text>");
    }

    private static string Number(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);
}
