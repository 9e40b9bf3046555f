namespace Vicinity.Bench;

/// <summary>Defaults beside the best of the variants, method by method, as Markdown.</summary>
internal static class TuningTable
{
    public static void Write(TextWriter writer, IEnumerable<TuningResult> results)
    {
        TuningResult[] all = [.. results];
        string[] sets = [.. TuningSets.All.Keys.Where(set => all.Any(result => result.Set == set))];
        writer.WriteLine($"| method | {string.Join(" | ", sets)} | mean area | best on average |");
        writer.WriteLine($"|---|{string.Concat(Enumerable.Repeat("---|", sets.Length))}---|---|");
        foreach (Method method in MethodCatalog.All)
        {
            TuningResult[] own = [.. all.Where(result => result.Method == method.Name)];
            if (own.Any(result => result.Variant == "default"))
            {
                string cells = string.Join(" | ", sets.Select(set => Cell([.. own.Where(result => result.Set == set)])));
                writer.WriteLine($"| {method.Name} | {cells} | {Average(own)} |");
            }
        }
    }

    /// <summary>Kept neighbors and area of the default, and its share of the best area on this set.</summary>
    private static string Cell(TuningResult[] own)
    {
        if (own.FirstOrDefault(result => result.Variant == "default") is not { } usual)
        {
            return "-";
        }

        TuningResult best = own.MaxBy(result => result.Area)!;
        string other = usual.Area >= 0.99 * best.Area ? "" : $" ({best.Variant} {best.Kept:F3} {best.Area:F3})";
        return $"{usual.Kept:F3} {usual.Area:F3}{other}";
    }

    /// <summary>Over the sets on which the default was measured: its mean area, its share of the best single variant's, and that variant.</summary>
    private static string Average(TuningResult[] own)
    {
        string[] sets = [.. own.Where(result => result.Variant == "default").Select(result => result.Set)];
        var means = own.Where(result => sets.Contains(result.Set)).GroupBy(result => result.Variant, StringComparer.Ordinal).Where(group => group.Count() == sets.Length)
            .Select(group => (Variant: group.Key, Area: group.Average(result => result.Area), Kept: group.Average(result => result.Kept))).ToArray();
        var usual = means.Single(mean => mean.Variant == "default");
        var best = means.MaxBy(mean => mean.Area);
        var nearest = means.MaxBy(mean => mean.Kept);
        return $"{usual.Area:F3} | {usual.Area / best.Area:P1} of {best.Variant}; kept {usual.Kept / nearest.Kept:P1} of {nearest.Variant}";
    }
}
