namespace Vicinity;

/// <summary>The legend: one row per class with a dot, the name and the number of points, down the right side of a picture.</summary>
internal sealed class LegendLayout
{
    private const double RowHeight = 1.55;
    private const double LargestShare = 0.34;

    /// <param name="classes">The rows, top down; none, or a single nameless one, give an empty legend of no width.</param>
    /// <param name="area">What is inside the margins; the legend takes its right side.</param>
    /// <param name="size">Font size in pixels, made smaller if the rows need it.</param>
    public LegendLayout(IReadOnlyList<MapClass> classes, Frame area, double size)
    {
        if (classes is [] or [{ Name: "" }])
        {
            return;
        }

        size = Math.Min(size, area.Height / classes.Count / RowHeight);
        string[] counts = [.. classes.Select(line => line.Count.ToString("N0"))];
        double countWidth = counts.Max(count => StrokeFont.Width(count, size));
        double around = 2.4 * size + countWidth;
        string[] names = [.. classes.Select(line => StrokeFont.Fit(line.Name, size, Math.Max(size, LargestShare * area.Width - around)))];
        Width = names.Max(name => StrokeFont.Width(name, size)) + around;
        DotRadius = 0.36 * size;
        for (int row = 0; row < classes.Count; row++)
        {
            double baseline = area.Top + (row + 0.8) * RowHeight * size;
            double left = area.Right - Width;
            Dots.Add(new(left + DotRadius, Math.Round(baseline) - 0.36 * size, classes[row].Color));
            Texts.Add(new(names[row], left + 1.3 * size, baseline, size, Rgb.Ink));
            Texts.Add(new(counts[row], area.Right, baseline, size, Rgb.PaleInk) { Align = 1 });
        }
    }

    public double Width { get; }

    public double DotRadius { get; }

    public List<FigureDot> Dots { get; } = [];

    public List<FigureText> Texts { get; } = [];
}
