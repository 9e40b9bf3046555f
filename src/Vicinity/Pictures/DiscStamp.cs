namespace Vicinity;

/// <summary>A disc as pixel coverages, made once for 4 x 4 places within a pixel and then pressed wherever a point lies.</summary>
internal sealed class DiscStamp
{
    private const int Phases = 4;
    private const int Samples = 8;

    private readonly int reach;
    private readonly int[][] coverages;

    /// <param name="radius">In pixels.</param>
    /// <param name="opacity">0 ... 256.</param>
    public DiscStamp(double radius, int opacity)
    {
        reach = (int)Math.Ceiling(radius);
        coverages = [.. from row in Enumerable.Range(0, Phases) from column in Enumerable.Range(0, Phases) select Cover(radius, opacity, column, row)];
    }

    /// <summary>Presses the disc with its centre at (x, y), in pixels from the upper left corner.</summary>
    public void Press(Raster raster, double x, double y, Rgb color)
    {
        int column = (int)Math.Floor(x * Phases);
        int row = (int)Math.Floor(y * Phases);
        int[] coverage = coverages[(row & (Phases - 1)) * Phases + (column & (Phases - 1))];
        int left = (column >> 2) - reach;
        int top = (row >> 2) - reach;
        int side = 2 * reach + 1;
        for (int k = 0; k < coverage.Length; k++)
        {
            if (coverage[k] > 0)
            {
                raster.Blend(left + k % side, top + k / side, color, coverage[k]);
            }
        }
    }

    /// <summary>Coverage of every pixel around a disc whose centre lies in the given sixteenth of the middle pixel.</summary>
    private int[] Cover(double radius, int opacity, int column, int row)
    {
        int side = 2 * reach + 1;
        double centerX = reach + (column + 0.5) / Phases;
        double centerY = reach + (row + 0.5) / Phases;
        int[] coverage = new int[side * side];
        for (int k = 0; k < coverage.Length; k++)
        {
            coverage[k] = (Inside(k % side - centerX, k / side - centerY, radius * radius) * opacity) >> 6;
        }

        return coverage;
    }

    /// <summary>How many of the 8 x 8 samples of a pixel lie in the disc around the origin.</summary>
    private static int Inside(double left, double top, double squaredRadius)
    {
        int inside = 0;
        for (int s = 0; s < Samples * Samples; s++)
        {
            double x = left + (s % Samples + 0.5) / Samples;
            double y = top + (s / Samples + 0.5) / Samples;
            inside += x * x + y * y <= squaredRadius ? 1 : 0;
        }

        return inside;
    }
}
