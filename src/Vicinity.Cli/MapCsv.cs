namespace Vicinity.Cli;

/// <summary>A map as csv: <c>id,x,y[,z][,label]</c>, id being the row's number in the input.</summary>
internal static class MapCsv
{
    private static readonly string[] Axes = ["x", "y", "z"];

    public static void Write(Stream output, Matrix map, IReadOnlyList<int> ids, Labels? labels)
    {
        using CsvWriter csv = new(output, ',');
        WriteHeader(csv, map.Columns, labels is not null);
        for (int i = 0; i < map.Rows; i++)
        {
            csv.Cell($"{ids[i]}");
            foreach (float value in map.Row(i))
            {
                csv.Cell(value);
            }

            if (labels is not null)
            {
                csv.Cell(labels[i]);
            }

            csv.EndRow();
        }
    }

    private static void WriteHeader(CsvWriter csv, int dimensions, bool hasLabels)
    {
        foreach (string name in (string[])["id", .. Axes.Take(dimensions), .. hasLabels ? (string[])["label"] : []])
        {
            csv.Cell(name);
        }

        csv.EndRow();
    }
}
