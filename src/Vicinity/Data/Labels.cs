using System.Globalization;
using System.Text;

namespace Vicinity;

/// <summary>One class per point: names, and for every point the number of its name.</summary>
public sealed class Labels
{
    private readonly string[] names;
    private readonly int[] codes;

    private Labels(string[] names, int[] codes)
    {
        this.names = names;
        this.codes = codes;
    }

    /// <summary>The distinct names: numbers in numeric order if all are numbers, else in ordinal order.</summary>
    public IReadOnlyList<string> Names => names;

    /// <summary>Number of points.</summary>
    public int Count => codes.Length;

    /// <summary>For every point the index of its name in <see cref="Names"/>; length n.</summary>
    public ReadOnlySpan<int> Codes => codes;

    /// <summary>The name of one point.</summary>
    /// <param name="point">0 ... n - 1.</param>
    public string this[int point] => names[codes[point]];

    /// <summary>Labels from one text per point.</summary>
    /// <param name="texts">In the order of the points.</param>
    public static Labels From(IEnumerable<string> texts)
    {
        ArgumentNullException.ThrowIfNull(texts);
        string[] all = [.. texts];
        string[] names = [.. all.Distinct(StringComparer.Ordinal)];
        Array.Sort(names, StringComparer.Ordinal);
        if (Array.TrueForAll(names, name => double.IsFinite(NumberIn(name))))
        {
            names = [.. names.OrderBy(NumberIn)];
        }

        Dictionary<string, int> codes = new(names.Length, StringComparer.Ordinal);
        for (int code = 0; code < names.Length; code++)
        {
            codes.Add(names[code], code);
        }

        return new(names, Array.ConvertAll(all, text => codes[text]));
    }

    /// <summary>Labels from a file: one-dimensional integer npy, IDX1, or UTF-8 text with one label per line, each also as .gz.</summary>
    /// <remarks>A line end at the end of a text file does not begin another label; an empty line before it is an empty label.</remarks>
    /// <param name="path">The file.</param>
    /// <exception cref="InvalidDataException">The file is none of these, or damaged; the message says where.</exception>
    /// <exception cref="IOException">The file does not exist (<see cref="FileNotFoundException"/>) or cannot be read.</exception>
    public static Labels Read(string path)
    {
        using DataFile file = DataFile.Open(path);
        return Read(file);
    }

    /// <summary>The labels of some of the points; all names stay, with their numbers, so that a class keeps its color.</summary>
    /// <param name="points">Which ones, in the order of the result.</param>
    /// <exception cref="IndexOutOfRangeException">A point does not exist.</exception>
    public Labels Select(IReadOnlyList<int> points)
    {
        ArgumentNullException.ThrowIfNull(points);
        return new(names, [.. points.Select(point => codes[point])]);
    }

    internal static Labels Read(DataFile file) => From(file.Kind switch
    {
        FileKind.Npy => NpyFormat.ReadLabels(file),
        FileKind.Idx => IdxFormat.ReadLabels(file),
        FileKind.Text => ReadLines(file),
        _ => throw file.UnknownKind(),
    });

    private static double NumberIn(string name) =>
        double.TryParse(name, NumberStyles.Float, CultureInfo.InvariantCulture, out double number) ? number : double.NaN;

    private static string[] ReadLines(DataFile file)
    {
        UTF8Encoding strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
        using StreamReader reader = new(new MemoryStream(file.ReadAll()), strict);
        List<string> lines = [];
        try
        {
            while (reader.ReadLine() is { } line)
            {
                lines.Add(line);
            }
        }
        catch (DecoderFallbackException exception)
        {
            throw file.Error($"after line {lines.Count} the text is not UTF-8 ({exception.Message}). Save the file as UTF-8.");
        }

        return [.. lines];
    }
}
