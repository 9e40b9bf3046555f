namespace Vicinity.Cli;

/// <summary>A map as csv: <c>id,x,y[,z][,label][,novelty]</c>, id being the row's number in the input.</summary>
internal static class MapCsv
{
    private static readonly string[] Axes = ["x", "y", "z"];

    public static void Write(Stream output, Matrix map, IReadOnlyList<int> ids, Labels? labels, IReadOnlyList<double>? novelty = null)
    {
        using CsvWriter csv = new(output, ',');
        WriteHeader(csv, map.Columns, labels is not null, novelty is not null);
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

            if (novelty is not null)
            {
                csv.Cell((float)novelty[i]);
            }

            csv.EndRow();
        }
    }

    private static void WriteHeader(CsvWriter csv, int dimensions, bool hasLabels, bool hasNovelty)
    {
        foreach (string name in (string[])["id", .. Axes.Take(dimensions), .. hasLabels ? (string[])["label"] : [], .. hasNovelty ? (string[])["novelty"] : []])
        {
            csv.Cell(name);
        }

        csv.EndRow();
    }
}
