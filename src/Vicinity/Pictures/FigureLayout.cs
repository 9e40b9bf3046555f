namespace Vicinity;

/// <summary>Where everything of a picture goes, in pixels: what the raster and the svg have in common.</summary>
internal sealed class FigureLayout
{
    private const int ShortName = 3;
    private const int FewPoints = 20;

    private readonly PlanePositions plane;
    private readonly double scale;

    public FigureLayout(MapFigure figure)
    {
        FigureCheck.Run(figure);
        Width = figure.Width;
        Height = figure.Height;
        plane = PlanePositions.Of(figure.Map);
        Classes = MapClasses.Of(figure.Labels, plane.Count);
        double size = Math.Sqrt((double)Width * Height) * 0.0185;
        double margin = 1.5 * size;
        double top = margin + (figure.Title.Length > 0 ? 2.2 * size : 0);
        Frame area = new(margin, top, Width - margin, Height - margin - 1.4 * size);
        Legend = new(Classes.Shown, area, size);
        Frame = area with { Right = area.Right - (Legend.Width > 0 ? Legend.Width + 1.5 * size : 0) };
        (Radius, Opacity) = PointStyle.For(plane.Count, Frame);
        scale = Scale(plane, Frame, Radius + 1);
        Order = PointOrder.Of(plane.Count);
        IsLabelled = Classes.Shown.Count > 1 && !Classes.HasOther && plane.Count >= FewPoints * Classes.Shown.Count;
        Centers = IsLabelled ? IslandCenters.Of(this, plane.Count) : [];
        Texts = [.. Headings(figure, margin, size), .. Legend.Texts, .. ClassLabels(size)];
    }

    public int Width { get; }

    public int Height { get; }

    /// <summary>Where the points lie.</summary>
    public Frame Frame { get; }

    public MapClasses Classes { get; }

    public LegendLayout Legend { get; }

    public IReadOnlyList<FigureText> Texts { get; }

    /// <summary>The points in the order of drawing.</summary>
    public int[] Order { get; }

    /// <summary>Of a point.</summary>
    public double Radius { get; }

    /// <summary>Of a point; 0 ... 256.</summary>
    public int Opacity { get; }

    /// <summary>Do the names of the classes stand on their islands? Not if there are too many of them, or too few points to cover.</summary>
    public bool IsLabelled { get; }

    /// <summary>For every class the middle of its main island; empty if the names do not stand there.</summary>
    public IReadOnlyList<(double X, double Y)> Centers { get; }

    /// <summary>One point in its place and colour; the map's y points up.</summary>
    public FigureDot Dot(int point) => new(
        (Frame.Left + Frame.Right) / 2 + (plane.X[point] - (plane.MinX + plane.MaxX) / 2) * scale,
        (Frame.Top + Frame.Bottom) / 2 - (plane.Y[point] - (plane.MinY + plane.MaxY) / 2) * scale,
        Classes.Shown[Classes.ClassOf(point)].Color);

    /// <summary>Pixels per unit of the map, one for both directions: a map has no separate x and y.</summary>
    private static double Scale(PlanePositions plane, Frame frame, double inset)
    {
        double x = plane.MaxX > plane.MinX ? (frame.Width - 2 * inset) / (plane.MaxX - plane.MinX) : double.MaxValue;
        double y = plane.MaxY > plane.MinY ? (frame.Height - 2 * inset) / (plane.MaxY - plane.MinY) : double.MaxValue;
        return Math.Min(x, y) is < double.MaxValue and double scale ? scale : 0;
    }

    private IEnumerable<FigureText> Headings(MapFigure figure, double margin, double size)
    {
        double width = Width - 2 * margin;
        if (figure.Title.Length > 0)
        {
            string title = StrokeFont.Fit(figure.Title, 1.35 * size, width);
            yield return new(title, margin, margin + 1.1 * size, 1.35 * size, Rgb.Ink) { Bold = true };
        }

        yield return new(StrokeFont.Fit(figure.Note, 0.9 * size, width), margin, Height - margin + 0.2 * size, 0.9 * size, Rgb.PaleInk);
    }

    /// <summary>The names of the classes on their islands, the largest first; a name that would touch another one stays in the legend only.</summary>
    private IEnumerable<FigureText> ClassLabels(double size)
    {
        List<Frame> taken = [];
        var islands = Classes.Shown.Zip(Centers).Where(pair => pair.First.Count > 0).OrderByDescending(pair => pair.First.Count);
        foreach ((MapClass shown, (double x, double y)) in islands)
        {
            FigureText label = ClassLabel(shown.Name, x, y, size);
            Frame box = StrokeFont.Box(label);
            if (!taken.Exists(box.Touches))
            {
                taken.Add(box);
                yield return label;
            }
        }
    }

    private FigureText ClassLabel(string name, double x, double y, double size)
    {
        double large = name.Length <= ShortName ? 1.3 * size : size;
        string words = StrokeFont.Fit(name, large, 12 * size);
        double half = Math.Min(StrokeFont.Width(words, large), Frame.Width) / 2;
        double middle = Math.Clamp(x, Frame.Left + half, Frame.Right - half);
        return new(words, middle, y + 0.36 * large, large, Rgb.Ink) { Align = 0.5, Bold = true, Halo = true };
    }
}
