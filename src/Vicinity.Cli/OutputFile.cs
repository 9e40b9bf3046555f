namespace Vicinity.Cli;

/// <summary>Writes one file, by its extension.</summary>
internal static class OutputFile
{
    public static void Write(string path, FinishedMap map)
    {
        switch (Path.GetExtension(path))
        {
            case ".npy":
                map.Model.Map.Write(path);
                break;
            case ".csv":
                using (StreamWriter output = new(path))
                {
                    MapCsv.Write(output, map.Model.Map, map.Input.RowNumbers, map.Input.Labels);
                }

                break;
            default:
                Figure(map).Write(path);
                break;
        }
    }

    private static MapFigure Figure(FinishedMap map) => new(map.Model.Map)
    {
        Labels = map.Input.Labels,
        Title = map.Title,
        Ids = [.. map.Input.RowNumbers.Select(number => $"{number}")],
    };
}
