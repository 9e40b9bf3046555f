using System.Text.Json;

namespace Vicinity.Bench;

/// <summary>Many maps in one picture, small, side by side.</summary>
internal static class ContactSheet
{
    private const int TileWidth = 300;
    private const int TileHeight = 280;
    private const int TitleHeight = 24;
    private const int FigureWidth = 360;    // the legend, which is left out, takes a fifth of it
    private const int FigureHeight = 280;
    private const int Columns = 8;

    /// <summary>Draws maps (csv with id, x, y, label) in their order; the loss comes from the .json beside each, if there is one.</summary>
    /// <param name="output">The png to write.</param>
    /// <param name="maps">The csv files; their names are the titles.</param>
    public static void Write(string output, IReadOnlyList<string> maps)
    {
        int rows = (maps.Count + Columns - 1) / Columns;
        Raster sheet = new(Columns * TileWidth, rows * TileHeight);
        for (int k = 0; k < maps.Count; k++)
        {
            DrawTile(maps[k], sheet, k % Columns * TileWidth, k / Columns * TileHeight);
        }

        using FileStream stream = File.Create(output);
        PngWriter.Write(sheet, stream);
        Console.WriteLine($"wrote {output}: {maps.Count} maps");
    }

    private static void DrawTile(string path, Raster sheet, int left, int top)
    {
        string title = $"{Path.GetFileNameWithoutExtension(path)}{Loss(Path.ChangeExtension(path, ".json"))}";
        StrokeFont.Draw(sheet, new(title, left + (TileWidth / 2), top + 16, 13, Rgb.Ink) { Align = 0.5 });
        Raster points = Points(path);
        Copy(points, sheet, left + ((TileWidth - points.Width) / 2), top + TitleHeight);
    }

    /// <summary>The points alone, without legend and names: at this size colors have to do.</summary>
    private static Raster Points(string path) => RasterFigure.DrawFrame(
        new(new MapFigure(Matrix.ReadMap(path)) { Labels = Table.Read(path, "label").Labels, Width = FigureWidth, Height = FigureHeight }), 1);

    private static string Loss(string path)
    {
        if (!File.Exists(path))
        {
            return "";
        }

        using JsonDocument report = JsonDocument.Parse(File.ReadAllText(path));
        return report.RootElement.GetProperty("loss") is { ValueKind: JsonValueKind.Number } loss ? $"  {loss.GetDouble():G4}" : "";
    }

    private static void Copy(Raster tile, Raster sheet, int left, int top)
    {
        for (int y = 0; y < tile.Height; y++)
        {
            ReadOnlySpan<byte> row = tile.Row(y);
            for (int x = 0; x < tile.Width; x++)
            {
                sheet.Blend(left + x, top + y, new(row[3 * x], row[(3 * x) + 1], row[(3 * x) + 2]), 256);
            }
        }
    }
}
