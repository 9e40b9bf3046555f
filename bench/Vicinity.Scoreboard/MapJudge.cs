namespace Vicinity.Scoreboard;

/// <summary>Judges maps of one data set, whoever made them: all pairs, in double, by formulas that are written out here once more.</summary>
public sealed class MapJudge
{
    private const int Near = 10;

    private readonly NpyTable data;
    private readonly string[]? labels;
    private readonly NearestRows near;
    private readonly InputProbabilities probabilities;

    /// <param name="data">The rows.</param>
    /// <param name="labels">One for each; null for none.</param>
    /// <param name="perplexity">U of P, over the 3 U nearest rows.</param>
    public MapJudge(NpyTable data, string[]? labels, double perplexity)
    {
        this.data = data ?? throw new ArgumentNullException(nameof(data));
        this.labels = labels is null || labels.Length == data.Rows
            ? labels
            : throw new ArgumentException($"There are {labels.Length} labels for {data.Rows} rows.", nameof(labels));
        near = NearestRows.Find(data, Math.Min(data.Rows - 1, (int)(3 * perplexity)));
        probabilities = new(near, data.Rows, perplexity);
    }

    public Verdict Judge(NpyTable map)
    {
        ArgumentNullException.ThrowIfNull(map);
        ArgumentOutOfRangeException.ThrowIfNotEqual(map.Rows, data.Rows, nameof(map));
        NearestRows around = NearestRows.Find(map, Math.Min(Near, data.Rows - 1));
        double loss = probabilities.NegativeEntropy + probabilities.MeanLogarithm(map) + Math.Log(Normalizer(map));
        return new(loss, Kept(around), labels is null ? double.NaN : Agreement(around, labels), Span(map));
    }

    internal static double Square(ReadOnlySpan<double> a, ReadOnlySpan<double> b)
    {
        double sum = 0;
        for (int d = 0; d < a.Length; d++)
        {
            sum += (a[d] - b[d]) * (a[d] - b[d]);
        }

        return sum;
    }

    /// <summary>Z = sum_i sum_j != i 1 / (1 + |y_i - y_j|^2).</summary>
    private static double Normalizer(NpyTable map)
    {
        double[] sums = new double[map.Rows];
        Parallel.For(0, map.Rows, i =>
        {
            ReadOnlySpan<double> at = map.Row(i);
            double sum = 0;
            for (int j = 0; j < i; j++)
            {
                sum += 1 / (1 + Square(at, map.Row(j)));
            }

            sums[i] = sum;
        });
        return 2 * sums.Sum();
    }

    private double Kept(NearestRows around) => Enumerable.Range(0, data.Rows)
        .Average(i => near.Of(i)[..Math.Min(around.PerRow, near.PerRow)].ToArray().Intersect(around.Of(i).ToArray()).Count() / (double)around.PerRow);

    /// <summary>Of labels that are equally frequent the nearest one counts.</summary>
    private static double Agreement(NearestRows around, string[] labels) => Enumerable.Range(0, labels.Length).Count(i =>
        around.Of(i).ToArray().GroupBy(j => labels[j], StringComparer.Ordinal).MaxBy(group => group.Count())!.Key == labels[i]) / (double)labels.Length;

    private static double Span(NpyTable map) => Enumerable.Range(0, map.Columns).Max(d =>
        Enumerable.Range(0, map.Rows).Max(i => map.Row(i)[d]) - Enumerable.Range(0, map.Rows).Min(i => map.Row(i)[d]));
}
