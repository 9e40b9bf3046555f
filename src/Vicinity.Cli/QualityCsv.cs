using System.Globalization;

namespace Vicinity.Cli;

/// <summary>The measures of every point measured as csv; id is the number of its row in the data.</summary>
internal static class QualityCsv
{
    public static void Write(Stream output, MeasuredMap measured)
    {
        using CsvWriter csv = new(output, ',');
        PointQuality first = measured.Report.Points[0];
        (string Name, Func<PointQuality, double?> Of)[] columns =
        [
            ("kept", point => point.NeighborsKept),
            ("trustworthiness", point => point.Trustworthiness),
            ("continuity", point => point.Continuity),
            ("rnxArea", point => point.RnxArea),
            ("rankCorrelation", point => point.RankCorrelation),
            ("stress", point => point.Stress),
            ("scaledStress", point => point.ScaledStress),
            .. first.LabelFound is null ? [] : ((string, Func<PointQuality, double?>)[])
            [
                ("labelFound", point => point.LabelFound == true ? 1 : 0),
                ("rocArea", point => point.RocArea),
                ("precisionRecallArea", point => point.PrecisionRecallArea),
            ],
            .. first.Loss is null ? [] : ((string, Func<PointQuality, double?>)[])[("loss", point => point.Loss)],
        ];
        Row(csv, ["id", .. columns.Select(column => column.Name)]);
        foreach (PointQuality point in measured.Report.Points)
        {
            Row(csv, [$"{measured.Rows.Input.RowNumbers[point.Point]}", .. columns.Select(column => Text(column.Of(point)))]);
        }
    }

    private static void Row(CsvWriter csv, IEnumerable<string> cells)
    {
        foreach (string cell in cells)
        {
            csv.Cell(cell);
        }

        csv.EndRow();
    }

    private static string Text(double? value) => value is { } number && double.IsFinite(number) ? number.ToString("0.######", CultureInfo.InvariantCulture) : "";
}
