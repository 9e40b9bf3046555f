using System.Globalization;

namespace Vicinity.Tests;

/// <summary>A folder of its own with the small files that the pages and the samples speak of; gone afterwards.</summary>
internal sealed class SampleFolder : IDisposable
{
    private const int Points = 150;
    private const int Groups = 3;

    public SampleFolder()
    {
        SeededRandom random = new(1);
        float[][] rows = [.. Enumerable.Range(0, Points).Select(i => Point(random, i % Groups))];
        string header = "x0,x1,x2,x3,x4,species\n";
        File.WriteAllText(In("points.csv"), header + string.Concat(rows.Select((row, i) => $"{string.Join(',', row.Select(Text))},{Name(i)}\n")));
        File.WriteAllLines(In("first.csv"), rows.Select((row, i) => $"{i},{Text(row[0])},{Text(row[1])},{Name(i)}").Prepend("id,x,y,label"));
        WriteSparse(rows);
        byte[] pixels = [.. rows.SelectMany((_, i) => Enumerable.Range(0, 28 * 28).Select(p => (byte)(p % Groups == i % Groups ? random.NextInt(256) : 0)))];
        File.WriteAllBytes(In("train-images-idx3-ubyte"), [0, 0, 8, 3, 0, 0, 0, Points, 0, 0, 0, 28, 0, 0, 0, 28, .. pixels]);
        File.WriteAllBytes(In("train-labels-idx1-ubyte"), [0, 0, 8, 1, 0, 0, 0, Points, .. rows.Select((_, i) => (byte)(i % Groups))]);
    }

    public string Path { get; } = Directory.CreateTempSubdirectory("vicinity-pages-").FullName;

    public string In(string name) => System.IO.Path.Combine(Path, name);

    public void Dispose() => Directory.Delete(Path, recursive: true);

    /// <summary>Counts of words, distances of all pairs, and the 30 nearest as distances and as weights.</summary>
    private void WriteSparse(float[][] rows)
    {
        float[][] distances = [.. rows.Select(a => rows.Select(b => (float)Math.Sqrt(a.Zip(b, (x, y) => (double)(x - y) * (x - y)).Sum())).ToArray())];
        int[][] nearest = [.. distances.Select((row, i) => Enumerable.Range(0, Points).Where(j => j != i).OrderBy(j => row[j]).Take(30).ToArray())];
        string Entries(Func<int, int, string> value) => string.Concat(nearest.SelectMany((row, i) => row.Select(j => $"{i + 1} {j + 1} {value(i, j)}\n")));
        string Head(int columns, int entries) => $"%%MatrixMarket matrix coordinate real general\n{Points} {columns} {entries}\n";
        File.WriteAllText(In("words.mtx"), Head(40, Points * 5) + string.Concat(rows.SelectMany((row, i) => row.Select((x, d) => $"{i + 1} {(8 * d) + 1 + (i % 8)} {Text(Math.Abs(x))}\n"))));
        File.WriteAllText(In("distances.csv"), string.Concat(distances.Select(row => string.Join(',', row.Select(Text)) + "\n")));
        File.WriteAllText(In("neighbors.mtx"), Head(Points, Points * 30) + Entries((i, j) => Text(distances[i][j])));
        File.WriteAllText(In("affinities.mtx"), Head(Points, Points * 30) + Entries((i, j) => Text(1 / (1 + distances[i][j]))));
    }

    private static float[] Point(SeededRandom random, int group) =>
        [.. Enumerable.Range(0, 5).Select(d => (float)(random.NextNormal() + (d % Groups == group ? 6 : 0)))];

    private static string Text(float value) => value.ToString("R", CultureInfo.InvariantCulture);

    private static string Name(int point) => $"kind {(char)('a' + (point % Groups))}";
}
