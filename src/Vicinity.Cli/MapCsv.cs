namespace Vicinity.Cli;

/// <summary>A map as csv: <c>id,x,y[,z][,label]</c>, id being the row's number in the input.</summary>
internal static class MapCsv
{
    private static readonly string[] Axes = ["x", "y", "z"];

    public static void Write(TextWriter output, Matrix map, IReadOnlyList<int> ids, Labels? labels)
    {
        output.NewLine = "\n";
        output.WriteLine($"id,{string.Join(',', Axes.Take(map.Columns))}{(labels is null ? "" : ",label")}");
        string[] names = [.. (labels?.Names ?? []).Select(Quoted)];
        for (int i = 0; i < map.Rows; i++)
        {
            output.Write(ids[i]);
            foreach (float value in map.Row(i))
            {
                output.Write(',');
                output.Write(value);   // shortest text that reads back to the same bits
            }

            output.WriteLine(labels is null ? "" : $",{names[labels.Codes[i]]}");
        }
    }

    private static string Quoted(string text) =>
        text.AsSpan().ContainsAny(",\"\r\n") || text != text.Trim() ? $"\"{text.Replace("\"", "\"\"")}\"" : text;
}
