using System.Globalization;

namespace Vicinity.Scoreboard;

/// <summary>
/// What a run of the scoreboard leaves: a file "machine"; for every set a folder with data.npy, labels.txt and, for every program, NAME.run (lines of
/// a word and what it is) and NAME.npy, its map.
/// </summary>
public static class ScoreFolder
{
    private const double Perplexity = 30;

    /// <summary>All pairs of more rows take too long.</summary>
    private const int MostRows = 150_000;

    /// <summary>Judges all maps of a folder.</summary>
    public static IEnumerable<Score> Judge(string folder)
    {
        Dictionary<string, string> machine = Words(Path.Combine(folder, "machine"));
        foreach (string set in Directory.GetDirectories(folder).Order(StringComparer.Ordinal))
        {
            NpyTable data = NpyTable.Read(Path.Combine(set, "data.npy"));
            string labels = Path.Combine(set, "labels.txt");
            MapJudge? judge = data.Rows > MostRows ? null : new(data, File.Exists(labels) ? File.ReadAllLines(labels) : null, Perplexity);
            foreach (string run in Directory.GetFiles(set, "*.run").Order(StringComparer.Ordinal))
            {
                yield return Of(Path.GetFileName(set), run, data, judge, machine);
            }
        }
    }

    private static Score Of(string set, string run, NpyTable data, MapJudge? judge, Dictionary<string, string> machine)
    {
        Dictionary<string, string> words = Words(run);
        double Value(string name) => words.TryGetValue(name, out string? text) ? double.Parse(text, CultureInfo.InvariantCulture) : double.NaN;
        string map = Path.ChangeExtension(run, ".npy");
        Verdict? verdict = words["status"] == "ok" ? judge?.Judge(NpyTable.Read(map)) : null;
        return new()
        {
            Set = set,
            Rows = data.Rows,
            Columns = words.TryGetValue("columns", out string? columns) ? int.Parse(columns, CultureInfo.InvariantCulture) : data.Columns,
            Tool = Path.GetFileNameWithoutExtension(run),
            Version = words["version"],
            Status = words["status"],
            Wall = Value("wall"),
            Processor = Value("user") + Value("system"),
            Peak = Value("peak") * 1024 / 1e6,
            ExactLoss = words["cost"] == "tsne" ? verdict?.ExactLoss ?? double.NaN : double.NaN,
            Kept = verdict?.Kept ?? double.NaN,
            Labels = verdict?.Labels ?? double.NaN,
            Span = verdict?.Span ?? double.NaN,
            Date = machine["date"],
            Machine = machine["machine"],
        };
    }

    private static Dictionary<string, string> Words(string path) =>
        File.ReadLines(path).Select(line => line.Split(' ', 2)).Where(pair => pair.Length == 2).ToDictionary(pair => pair[0], pair => pair[1], StringComparer.Ordinal);
}
