namespace Vicinity;

/// <summary>For every class the middle of its main island: where its name can stand.</summary>
internal static class IslandCenters
{
    private const int Cells = 12;
    private const int Rounds = 8;

    /// <summary>The fullest cell of a coarse grid, moved along to the mean of the class within a cell's width around.</summary>
    /// <remarks>Mean shift: Fukunaga and Hostetler 1975.</remarks>
    public static (double X, double Y)[] Of(FigureLayout layout, int points)
    {
        double cell = Math.Max(layout.Frame.Width, layout.Frame.Height) / Cells;
        (double X, double Y)[] centers = Fullest(layout, points, cell);
        for (int round = 0; round < Rounds; round++)
        {
            centers = Shift(layout, points, centers, cell);
        }

        return centers;
    }

    private static (double X, double Y)[] Fullest(FigureLayout layout, int points, double cell)
    {
        int classes = layout.Classes.Shown.Count;
        int[] counts = new int[classes * Cells * Cells];
        for (int i = 0; i < points; i++)
        {
            FigureDot dot = layout.Dot(i);
            int column = Math.Clamp((int)((dot.X - layout.Frame.Left) / cell), 0, Cells - 1);
            int row = Math.Clamp((int)((dot.Y - layout.Frame.Top) / cell), 0, Cells - 1);
            counts[(layout.Classes.ClassOf(i) * Cells + row) * Cells + column]++;
        }

        return [.. Enumerable.Range(0, classes).Select(line =>
        {
            Span<int> own = counts.AsSpan(line * Cells * Cells, Cells * Cells);
            int most = 0;
            for (int k = 0; k < own.Length; k++)
            {
                most = own[k] > own[most] ? k : most;
            }

            return (layout.Frame.Left + (most % Cells + 0.5) * cell, layout.Frame.Top + (most / Cells + 0.5) * cell);
        })];
    }

    private static (double X, double Y)[] Shift(FigureLayout layout, int points, (double X, double Y)[] centers, double reach)
    {
        (double X, double Y, int Count)[] sums = new (double, double, int)[centers.Length];
        for (int i = 0; i < points; i++)
        {
            int line = layout.Classes.ClassOf(i);
            FigureDot dot = layout.Dot(i);
            double x = dot.X - centers[line].X;
            double y = dot.Y - centers[line].Y;
            if (x * x + y * y <= reach * reach)
            {
                sums[line] = (sums[line].X + dot.X, sums[line].Y + dot.Y, sums[line].Count + 1);
            }
        }

        return [.. centers.Zip(sums, (center, sum) => sum.Count == 0 ? center : (sum.X / sum.Count, sum.Y / sum.Count))];
    }
}
