namespace Vicinity;

/// <summary>One class per point: names, and for every point the number of its name.</summary>
public sealed class Labels
{
    private readonly int[] codes;

    private Labels(string[] names, int[] codes)
    {
        Names = names;
        this.codes = codes;
    }

    /// <summary>The distinct names: numbers in numeric order if all are numbers, else in ordinal order.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>Number of points.</summary>
    public int Count => codes.Length;

    /// <summary>For every point the index of its name in <see cref="Names"/>; length n.</summary>
    public ReadOnlySpan<int> Codes => codes;

    /// <summary>The name of one point.</summary>
    /// <param name="point">0 ... n - 1.</param>
    public string this[int point] => Names[codes[point]];

    /// <summary>Labels from one text per point.</summary>
    /// <param name="texts">In the order of the points.</param>
    public static Labels From(IEnumerable<string> texts)
    {
        ArgumentNullException.ThrowIfNull(texts);
        string[] all = [.. texts];
        string[] names = [.. all.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        if (Array.TrueForAll(names, name => double.TryParse(name, out _)))
        {
            names = [.. names.OrderBy(double.Parse)];
        }

        Dictionary<string, int> codeOf = names.Index().ToDictionary(pair => pair.Item, pair => pair.Index, StringComparer.Ordinal);
        return new(names, Array.ConvertAll(all, text => codeOf[text]));
    }

    /// <summary>Labels from a file: one-dimensional integer npy, IDX1 (also .gz), or one text per line.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="InvalidDataException">The file is none of these, or damaged; the message says where.</exception>
    public static Labels Read(string path) => throw new NotImplementedException();

    /// <summary>The labels of some of the points.</summary>
    /// <param name="points">Which ones, in the order of the result.</param>
    public Labels Select(IReadOnlyList<int> points) => throw new NotImplementedException();
}
