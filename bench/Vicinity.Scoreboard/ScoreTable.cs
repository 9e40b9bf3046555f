using System.Globalization;

namespace Vicinity.Scoreboard;

/// <summary>The raw results as a table for people.</summary>
public static class ScoreTable
{
    /// <summary>The table stands between these lines of a page.</summary>
    private const string Begin = "<!-- scoreboard -->";
    private const string End = "<!-- end of scoreboard -->";

    /// <summary>Markdown: the machine, and a line for each run, sets by size and runs by time.</summary>
    public static string Of(IReadOnlyCollection<Score> scores)
    {
        ArgumentNullException.ThrowIfNull(scores);
        string machine = string.Join("; ", scores.Select(score => $"{score.Machine}, {score.Date}").Distinct(StringComparer.Ordinal));
        IEnumerable<string> lines = scores.OrderBy(score => score.Rows).ThenBy(score => score.Columns).ThenBy(score => score.Set, StringComparer.Ordinal)
            .ThenBy(score => score.Status != "ok").ThenBy(score => score.Wall).Select(Line);
        return string.Join('\n', (string[])
        [
            $"Measured on: {machine}.", "",
            "| data | program | wall, s | CPU, s | peak, MB | exact KL | 10-NN kept | label 10-NN |", "|---|---|--:|--:|--:|--:|--:|--:|", .. lines,
        ]);
    }

    /// <summary>A page with the table in its place.</summary>
    /// <exception cref="InvalidDataException">The page has no place for a table.</exception>
    public static string PutInto(string page, IReadOnlyCollection<Score> scores)
    {
        ArgumentNullException.ThrowIfNull(page);
        int begin = page.IndexOf(Begin, StringComparison.Ordinal);
        int end = page.IndexOf(End, StringComparison.Ordinal);
        return begin >= 0 && end > begin
            ? $"{page[..(begin + Begin.Length)]}\n{Of(scores)}\n{page[end..]}"
            : throw new InvalidDataException($"The page has no lines {Begin} and {End}.");
    }

    private static string Line(Score score) => string.Create(
        CultureInfo.InvariantCulture,
        $"| {score.Set}, {score.Rows:N0} x {score.Columns} | {score.Tool} {score.Version} | {(score.Status == "ok" ? Cell(score.Wall, "0.0") : score.Status)} | {Cell(score.Processor, "0.0")} | {Cell(score.Peak, "0")} | {Cell(score.ExactLoss, "0.000")} | {Cell(score.Kept, "0.000")} | {Cell(score.Labels, "0.000")} |");

    private static string Cell(double value, string format) => double.IsNaN(value) ? "" : value.ToString(format, CultureInfo.InvariantCulture);
}
