using System.Globalization;
using System.Text;

namespace Vicinity.Cli;

/// <summary>The points of a map as svg, colored by the share of neighbors that each keeps.</summary>
internal static class TrustPicture
{
    private const double Side = 640;
    private const double Margin = 14;

    /// <summary>Five classes, from none kept to all: the style of the page gives them their colors.</summary>
    private const int Classes = 5;

    public static void Append(StringBuilder page, Matrix map, DoctorReport report)
    {
        int[] points = [.. report.Points];
        (double left, double width) = Range(map, points, 0);
        (double top, double height) = map.Columns > 1 ? Range(map, points, 1) : (0, 0);
        double scale = (Side - (2 * Margin)) / Math.Max(1e-30, Math.Max(width, height));
        double radius = Math.Clamp(90 / Math.Sqrt(points.Length), 1.6, 5);
        page.Append(CultureInfo.InvariantCulture, $"<svg viewBox=\"0 0 {Side} {Side}\" role=\"img\" aria-label=\"The map, colored by neighbors kept\">\n");
        foreach ((int at, double kept) in report.Quality!.Points.Select(point => point.NeighborsKept).Index().OrderByDescending(item => item.Item))
        {
            double x = (Side / 2) + ((map[points[at], 0] - left - (width / 2)) * scale);
            double y = (Side / 2) - ((map.Columns > 1 ? map[points[at], 1] - top - (height / 2) : 0) * scale);
            page.Append(CultureInfo.InvariantCulture, $"<circle class=\"k{Math.Min(Classes - 1, (int)(kept * Classes))}\" cx=\"{x:0.#}\" cy=\"{y:0.#}\" r=\"{radius:0.#}\"><title>{points[at]}: {kept:P0}</title></circle>\n");
        }

        page.Append("</svg>\n");
    }

    private static (double Least, double Width) Range(Matrix map, int[] points, int dimension)
    {
        double least = points.Min(i => map[i, dimension]);
        return (least, points.Max(i => map[i, dimension]) - least);
    }
}
