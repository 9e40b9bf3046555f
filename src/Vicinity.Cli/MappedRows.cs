namespace Vicinity.Cli;

/// <summary>A map and the rows of the data that it shows, in its order.</summary>
/// <param name="Input">The rows.</param>
/// <param name="Map">Their positions.</param>
internal sealed record MappedRows(MapInput Input, Matrix Map)
{
    private const string IdColumn = "id";

    /// <exception cref="InvalidDataException">A file is bad, or the two do not belong together.</exception>
    public static MappedRows Read(InputFile file, string mapPath, int seed)
    {
        MapInput input = file.Read(new EmbeddingOptions { Seed = seed });
        Matrix map = Reading.Of(mapPath, Matrix.ReadMap);
        if (Ids(mapPath) is { } ids)
        {
            return new(Select(input, ids, mapPath), map);
        }

        return map.Rows == input.Data.Count
            ? new(input, map)
            : throw new InvalidDataException(
                $"{mapPath}: the map has {Counted.Of(map.Rows, "row")}, but {input.Name} has {input.Data.Count}. Give the data of the map, or a map with the column id.");
    }

    /// <summary>The row numbers in a map that has them; null in one that does not.</summary>
    private static float[]? Ids(string path)
    {
        Table table = Reading.Of(path, file => Table.Read(file));
        int column = table.FeatureNames.ToList().IndexOf(IdColumn);
        return column < 0 ? null : [.. Enumerable.Range(0, table.Features.Rows).Select(i => table.Features[i, column])];
    }

    private static MapInput Select(MapInput input, float[] ids, string mapPath)
    {
        Dictionary<float, int> places = [];
        for (int i = 0; i < input.RowNumbers.Count; i++)
        {
            places[input.RowNumbers[i]] = i;
        }

        int odd = Array.FindIndex(ids, id => !places.ContainsKey(id));
        if (odd >= 0)
        {
            throw new InvalidDataException(
                $"{mapPath}: row {odd} has the id {ids[odd]}, but {input.Name} has no such row among its {input.Data.Count}. Give the data of the map, or remove the column id.");
        }

        int[] rows = Array.ConvertAll(ids, id => places[id]);
        return rows.SequenceEqual(Enumerable.Range(0, input.Data.Count)) ? input : input with
        {
            Data = input.Data.Select(rows),
            Labels = input.Labels?.Select(rows),
            RowNumbers = [.. rows.Select(i => input.RowNumbers[i])],
            Cut = rows.Length == input.Data.Count ? input.Cut : $"{rows.Length:N0} of {input.Data.Count:N0} rows, by the ids of the map",
        };
    }
}
