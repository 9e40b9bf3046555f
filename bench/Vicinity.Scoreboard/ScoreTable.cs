using System.Globalization;

namespace Vicinity.Scoreboard;

/// <summary>The raw results as a table for people.</summary>
public static class ScoreTable
{
    /// <summary>The table stands between these lines of a page.</summary>
    private const string Begin = "<!-- scoreboard -->";
    private const string End = "<!-- end of scoreboard -->";

    /// <summary>Markdown: the machine, a line for each set by size, a column for each program; the raw results have more.</summary>
    public static string Of(IReadOnlyCollection<Score> scores)
    {
        ArgumentNullException.ThrowIfNull(scores);
        string machine = string.Join("; ", scores.Select(score => $"{score.Machine}, {score.Date}").Distinct(StringComparer.Ordinal));
        string[] tools = [.. scores.Select(Name).Distinct(StringComparer.Ordinal).OrderBy(name => !name.StartsWith("vicinity", StringComparison.Ordinal)).ThenBy(name => name, StringComparer.Ordinal)];
        IEnumerable<string> lines = scores.GroupBy(score => (score.Rows, score.Columns, score.Set)).OrderBy(group => group.Key).Select(group =>
            $"| {Set(group.Key.Set, group.Key.Rows, group.Key.Columns)} | {string.Join(" | ", tools.Select(tool => group.FirstOrDefault(score => Name(score) == tool) is { } score ? Cell(score) : ""))} |");
        return string.Join('\n', (string[])
        [
            $"Measured on: {machine}. Wall time, CPU time, peak memory; exact KL; 10-NN kept; label 10-NN:", "",
            $"| data | {string.Join(" | ", tools)} |", $"|---|{string.Concat(Enumerable.Repeat("---|", tools.Length))}", .. lines,
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

    private static string Name(Score score) => $"{score.Tool.Split('-')[0]} {score.Version}";

    private static string Set(string name, double rows, double columns) => string.Create(CultureInfo.InvariantCulture, $"{name}, {rows:N0} x {columns}");

    private static string Cell(Score score)
    {
        string cost = string.Create(CultureInfo.InvariantCulture, $"{score.Wall:0.0} s, {score.Processor:0.0} s, {score.Peak:0} MB");
        return score.Status == "ok" ? $"{cost}; {Number(score.ExactLoss)}; {Number(score.Kept)}; {Number(score.Labels)}" : score.Status;
    }

    private static string Number(double value) => double.IsNaN(value) ? "-" : value.ToString("0.000", CultureInfo.InvariantCulture);
}
