namespace Vicinity.Cli;

/// <summary>Writes one file, by its extension.</summary>
internal static class OutputFile
{
    public static void Write(Stream output, string extension, FinishedMap map)
    {
        switch (extension)
        {
            case ".npy":
                NpyFormat.Write(output, map.Model.Map);
                break;
            case ".csv":
                MapCsv.Write(output, map.Model.Map, map.Input.RowNumbers, map.Input.Labels);
                break;
            case ".vic":
                map.Model.Save(output, map.IncludesData);
                break;
            case ".png":
                Figure(map).WritePng(output);
                break;
            case ".svg":
                Figure(map).WriteSvg(output);
                break;
            case ".html":
                Figure(map).WriteHtml(output);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(extension), extension, $"There is no way to write {extension}.");
        }
    }

    private static MapFigure Figure(FinishedMap map) => new(map.Model.Map)
    {
        Labels = map.Input.Labels,
        Title = map.Title,
        Ids = [.. map.Input.RowNumbers.Select(number => $"{number}")],
        Width = map.Picture.Width,
        Height = map.Picture.Height,
    };
}
