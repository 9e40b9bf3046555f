namespace Vicinity.Bench;

/// <summary>The data sets that defaults are measured on, by name: two from life, three kinds generated, two of them twice, since a single map is partly luck.</summary>
internal static class TuningSets
{
    private const int Generated = 800;

    public static IReadOnlyDictionary<string, Func<Matrix>> All { get; } = new Dictionary<string, Func<Matrix>>(StringComparer.Ordinal)
    {
        ["iris"] = () => Table.Read("bench/data/iris.csv", "Species").Features,
        ["clusters"] = () => Clusters(1),
        ["clusters2"] = () => Clusters(12),
        ["roll"] = () => Roll(2),
        ["roll2"] = () => Roll(12),
        ["cube"] = () => GeneratedData.Uniform(1000, 8, 1),
        ["digits"] = () => DigitImages.Read().Rows,
    };

    /// <summary>Sixteen normal clusters of 6 to 96 points and of unequal widths in 40 dimensions, in four families of four.</summary>
    private static Matrix Clusters(int seed)
    {
        const int dimensions = 40;
        SeededRandom random = new(seed);
        float[][] families = [.. Enumerable.Range(0, 4).Select(_ => Around(new float[dimensions], 3, random))];
        float[][] centers = [.. Enumerable.Range(0, 16).Select(k => Around(families[k % 4], 1.2, random))];
        double[] widths = [.. Enumerable.Range(0, 16).Select(_ => 0.3 + (0.7 * random.NextDouble()))];
        int[] members = [.. Enumerable.Range(0, 16).SelectMany(k => Enumerable.Repeat(k, 6 + (6 * k)))];
        return Matrix.Copy(members.Select(k => Around(centers[k], widths[k], random)));
    }

    /// <summary>A Swiss roll in three dimensions with a little noise.</summary>
    private static Matrix Roll(int seed)
    {
        SeededRandom random = new(seed);
        return Matrix.Create(Generated, 3, (_, row) =>
        {
            double angle = 1.5 * Math.PI * (1 + (2 * random.NextDouble()));
            row[0] = (float)((angle * Math.Cos(angle)) + (0.1 * random.NextNormal()));
            row[1] = (float)((21 * random.NextDouble()) + (0.1 * random.NextNormal()));
            row[2] = (float)((angle * Math.Sin(angle)) + (0.1 * random.NextNormal()));
        });
    }

    private static float[] Around(float[] center, double width, SeededRandom random) =>
        Array.ConvertAll(center, value => (float)(value + (width * random.NextNormal())));
}
