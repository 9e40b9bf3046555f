namespace Vicinity;

/// <summary>Refuses figures that cannot be drawn, by saying what to change.</summary>
internal static class FigureCheck
{
    public const int SmallestSide = 200;
    public const int LargestSide = 10_000;

    public static void Run(MapFigure figure)
    {
        if (figure.Map.Columns > 3)
        {
            throw new ArgumentException(
                $"The map has {figure.Map.Columns} columns; a picture shows 1 to 3 dimensions. Fit a map of the data first.", nameof(figure));
        }

        CheckSide(figure, "width", figure.Width);
        CheckSide(figure, "height", figure.Height);
        CheckCount(figure, "labels", figure.Labels?.Count);
        CheckCount(figure, "ids", figure.Ids?.Count);
        CheckCount(figure, "details", figure.Details?.Count);
    }

    private static void CheckSide(MapFigure figure, string name, int pixels)
    {
        if (pixels is < SmallestSide or > LargestSide)
        {
            throw new ArgumentException($"The {name} is {pixels} pixels; a picture has {SmallestSide} to {LargestSide:N0}.", nameof(figure));
        }
    }

    private static void CheckCount(MapFigure figure, string name, int? count)
    {
        if (count is { } given && given != figure.Map.Rows)
        {
            throw new ArgumentException($"There are {given} {name}, but the map has {figure.Map.Rows} points. Give one per point.", nameof(figure));
        }
    }
}
