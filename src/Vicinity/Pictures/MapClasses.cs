namespace Vicinity;

/// <summary>The classes as a legend can show them: all of them, or the 29 largest and one "other".</summary>
internal sealed class MapClasses
{
    private readonly int[] classOfName;
    private readonly Labels? labels;

    private MapClasses(Labels? labels, MapClass[] shown, int[] classOfName)
    {
        this.labels = labels;
        this.classOfName = classOfName;
        Shown = shown;
    }

    /// <summary>The lines of the legend; for a map without labels one nameless class.</summary>
    public IReadOnlyList<MapClass> Shown { get; }

    /// <summary>For every name of the labels its line; length of Labels.Names, or 1 without labels.</summary>
    public ReadOnlySpan<int> ClassOfName => classOfName;

    /// <summary>Is the last line the sum of several classes?</summary>
    public bool HasOther => classOfName.Length > Shown.Count;

    /// <summary>The line of one point.</summary>
    public int ClassOf(int point) => labels is null ? 0 : classOfName[labels.Codes[point]];

    public static MapClasses Of(Labels? labels, int points) =>
        labels is null ? new(null, [new("", points, Palette.Single)], [0]) : Of(labels);

    private static MapClasses Of(Labels labels)
    {
        int[] counts = new int[labels.Names.Count];
        foreach (int code in labels.Codes)
        {
            counts[code]++;
        }

        int[] named = Named(counts);
        int[] lines = Enumerable.Repeat(named.Length, counts.Length).ToArray();
        Rgb[] colors = Palette.For(named.Length);
        List<MapClass> shown = [];
        foreach (int name in named)
        {
            lines[name] = shown.Count;
            shown.Add(new(DisplayName(labels.Names[name]), counts[name], colors[shown.Count]));
        }

        int others = counts.Length - named.Length;
        if (others > 0)
        {
            shown.Add(new($"other ({others:N0} classes)", labels.Count - shown.Sum(line => line.Count), Palette.Other));
        }

        return new(labels, [.. shown], lines);
    }

    /// <summary>The names with a line of their own, in the order of the labels: the largest ones, if there are too many.</summary>
    private static int[] Named(int[] counts)
    {
        IEnumerable<int> names = Enumerable.Range(0, counts.Length);
        return counts.Length <= Palette.Largest
            ? [.. names]
            : [.. names.OrderByDescending(name => counts[name]).Take(Palette.Largest - 1).Order()];
    }

    private static string DisplayName(string name) => string.IsNullOrWhiteSpace(name) ? "(empty)" : name;
}
