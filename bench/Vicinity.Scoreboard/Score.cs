using System.Globalization;

namespace Vicinity.Scoreboard;

/// <summary>One run of one program: a line of the raw results.</summary>
public sealed record Score
{
    /// <summary>The names of the columns, and what stands in them; numbers are NaN, and the cell empty, where there is none.</summary>
    private static readonly (string Name, Func<Score, string> Of)[] Cells =
    [
        ("set", score => score.Set), ("rows", score => Number(score.Rows)), ("columns", score => Number(score.Columns)),
        ("tool", score => score.Tool), ("version", score => score.Version), ("status", score => score.Status),
        ("wall_s", score => Number(score.Wall)), ("cpu_s", score => Number(score.Processor)), ("peak_mb", score => Number(score.Peak)),
        ("exact_kl", score => Number(score.ExactLoss)), ("kept10", score => Number(score.Kept)), ("label10", score => Number(score.Labels)), ("span", score => Number(score.Span)),
        ("date", score => score.Date), ("machine", score => score.Machine),
    ];

    public required string Set { get; init; }

    public required double Rows { get; init; }

    public required double Columns { get; init; }

    public required string Tool { get; init; }

    public required string Version { get; init; }

    /// <summary>"ok", or what came instead of a map.</summary>
    public required string Status { get; init; }

    /// <summary>Seconds from start to end of the process.</summary>
    public double Wall { get; init; } = double.NaN;

    /// <summary>Seconds of all cores, of user and system.</summary>
    public double Processor { get; init; } = double.NaN;

    /// <summary>The largest resident set in millions of bytes.</summary>
    public double Peak { get; init; } = double.NaN;

    public double ExactLoss { get; init; } = double.NaN;

    public double Kept { get; init; } = double.NaN;

    public double Labels { get; init; } = double.NaN;

    public double Span { get; init; } = double.NaN;

    public required string Date { get; init; }

    public required string Machine { get; init; }

    public static string Header => string.Join(',', Cells.Select(column => column.Name));

    public string ToLine() => string.Join(',', Cells.Select(column => column.Of(this).Replace(',', ';')));

    /// <exception cref="InvalidDataException">The file has other columns.</exception>
    public static Score[] Read(string path)
    {
        string[] lines = File.ReadAllLines(path);
        return lines.Length > 0 && lines[0] == Header
            ? [.. lines[1..].Select(line => Parse(line.Split(',')))]
            : throw new InvalidDataException($"{path} does not begin with {Header}");
    }

    private static Score Parse(string[] cells)
    {
        string Cell(string name) => cells[Array.FindIndex(Cells, column => column.Name == name)];
        double Value(string name) => Cell(name) is { Length: > 0 } text ? double.Parse(text, CultureInfo.InvariantCulture) : double.NaN;
        return new()
        {
            Set = Cell("set"),
            Rows = Value("rows"),
            Columns = Value("columns"),
            Tool = Cell("tool"),
            Version = Cell("version"),
            Status = Cell("status"),
            Wall = Value("wall_s"),
            Processor = Value("cpu_s"),
            Peak = Value("peak_mb"),
            ExactLoss = Value("exact_kl"),
            Kept = Value("kept10"),
            Labels = Value("label10"),
            Span = Value("span"),
            Date = Cell("date"),
            Machine = Cell("machine"),
        };
    }

    private static string Number(double value) => double.IsNaN(value) ? "" : Math.Round(value, 5).ToString(CultureInfo.InvariantCulture);
}
