using System.Globalization;

namespace Vicinity;

/// <summary>One character: its width and its strokes as straight pieces, in font units.</summary>
internal sealed record Glyph(double Width, IReadOnlyList<Stroke> Strokes)
{
    private const int PiecesPerCurve = 8;

    /// <summary>Reads the width and the strokes as strokes.txt writes them.</summary>
    public static Glyph Parse(string text)
    {
        string[] words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        List<Stroke> strokes = [];
        double x = 0;
        double y = 0;
        for (int k = 1; k < words.Length;)
        {
            char verb = words[k][0];
            int arguments = verb == 'Q' ? 4 : 2;
            double[] a = [.. words.Skip(k).Take(arguments).Select(word => Number(word.TrimStart('M', 'L', 'Q', 'H', 'V')))];
            if (verb != 'M')
            {
                strokes.AddRange(Pieces(verb, x, y, a));
            }

            (x, y) = (a[^2], a[^1]);
            k += arguments;
        }

        return new(Number(words[0]), strokes);
    }

    private static IEnumerable<Stroke> Pieces(char verb, double x, double y, double[] a)
    {
        int pieces = verb == 'L' ? 1 : PiecesPerCurve;
        (double X, double Y) from = (x, y);
        for (int piece = 1; piece <= pieces; piece++)
        {
            (double X, double Y) to = At(verb, x, y, a, (double)piece / pieces);
            yield return new(from.X, from.Y, to.X, to.Y);
            from = to;
        }
    }

    /// <summary>A point of the curve, t in 0 ... 1.</summary>
    /// <remarks>The quarter ellipse in rational form: sines would differ in their last bits between machines.</remarks>
    private static (double X, double Y) At(char verb, double x, double y, double[] a, double t)
    {
        double sine = 2 * t / (1 + t * t);
        double rest = 1 - (1 - t * t) / (1 + t * t);
        double s = 1 - t;
        return verb switch
        {
            'H' => (x + (a[0] - x) * sine, y + (a[1] - y) * rest),
            'V' => (x + (a[0] - x) * rest, y + (a[1] - y) * sine),
            'Q' => (s * s * x + 2 * s * t * a[0] + t * t * a[2], s * s * y + 2 * s * t * a[1] + t * t * a[3]),
            _ => (a[0], a[1]),
        };
    }

    private static double Number(string word) => double.Parse(word, CultureInfo.InvariantCulture);
}
