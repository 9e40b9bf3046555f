namespace Vicinity.Tests;

/// <summary>Made maps: round islands, one per class.</summary>
internal static class Blobs
{
    public static Matrix Map(int points, int classes, int dimensions = 2) => Matrix.Create(points, dimensions, (i, row) =>
    {
        SeededRandom random = new(i);
        double angle = i % classes * 2 * Math.PI / classes;
        for (int d = 0; d < row.Length; d++)
        {
            row[d] = (float)(10 * Math.Cos(angle - d * Math.PI / 2) + random.NextNormal());
        }
    });

    public static Labels Labels(int points, int classes) => Vicinity.Labels.From(Enumerable.Range(0, points).Select(i => $"{i % classes}"));
}
