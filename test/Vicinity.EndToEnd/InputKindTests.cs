using System.Globalization;
using System.Text.Json;

using Xunit;

namespace Vicinity.EndToEnd;

/// <summary>Inputs other than dense rows, other metrics, sweeps, and defaults of other programs.</summary>
public sealed class InputKindTests : IDisposable
{
    private readonly Scratch scratch = new();
    private readonly Matrix points = Clusters.Points(60, 4);

    public void Dispose() => scratch.Dispose();

    [Theory]
    [InlineData("cosine"), InlineData("correlation"), InlineData("manhattan"), InlineData("chebyshev"), InlineData("hamming"), InlineData("jaccard")]
    public void A_metric_is_used_and_told_of(string metric)
    {
        scratch.Text("data.csv", Clusters.Csv(60, 4));
        JsonElement options = Fit("data.csv", "--metric", metric);
        Assert.Equal(metric, options.GetProperty("metric").GetString());
        Assert.Equal(61, scratch.Lines("map.csv").Length);
    }

    [Fact]
    public void Sparse_rows_are_mapped_from_mtx_and_libsvm()
    {
        scratch.Text("words.mtx", $"%%MatrixMarket matrix coordinate real general\n60 4 120\n{Entries((i, d) => $"{i + 1} {d + 1} {Text(points[i, d])}\n", 2)}");
        Assert.Equal("cosine", Fit("words.mtx", "--metric", "cosine").GetProperty("metric").GetString());
        scratch.Text("words.txt", string.Concat(Enumerable.Range(0, 60).Select(i => $"{i % 3} 1:{Text(points[i, 0] + 2)} 3:{Text(points[i, 1] + 2)}\n")));
        Fit("words.txt", "--limit", "50");
        Assert.Equal(51, scratch.Lines("map.csv").Length);
        Assert.Equal("id,x,y,label", scratch.Lines("map.csv")[0]);
    }

    [Fact]
    public void Distances_neighbours_and_affinities_give_the_map_of_the_rows()
    {
        scratch.Text("data.csv", Clusters.Csv(60, 4));
        Fit("data.csv", "--labels", "kind", "--init", "random", "--perplexity", "10");
        string[] expected = Coordinates();
        scratch.Text("distances.csv", string.Concat(Enumerable.Range(0, 60).Select(i => string.Join(',', Enumerable.Range(0, 60).Select(j => Text(Distance(i, j)))) + "\n")));
        Fit("distances.csv", "--precomputed", "distances", "--init", "random", "--perplexity", "10");
        Assert.Equal(expected, Coordinates());
        scratch.Text("graph.mtx", $"%%MatrixMarket matrix coordinate real general\n60 60 1800\n{string.Concat(Enumerable.Range(0, 60).SelectMany(i => Nearest(i).Select(j => $"{i + 1} {j + 1} {Text(Distance(i, j))}\n")))}");
        Fit("graph.mtx", "--precomputed", "neighbors", "--init", "random", "--perplexity", "10");
        Assert.Equal(expected, Coordinates());
        scratch.Text("indices.csv", Table(j => $"{j}"));
        scratch.Text("lengths.csv", string.Concat(Enumerable.Range(0, 60).Select(i => string.Join(',', Nearest(i).Select(j => Text(Distance(i, j)))) + "\n")));
        Fit("indices.csv", "--precomputed", "neighbors", "--distances", "lengths.csv", "--init", "random", "--perplexity", "10");
        Assert.Equal(expected, Coordinates());
        Fit("graph.mtx", "--precomputed", "affinities");
        Assert.Equal(61, scratch.Lines("map.csv").Length);
    }

    [Fact]
    public void Every_map_of_a_sweep_is_that_of_its_perplexity_alone()
    {
        scratch.Text("data.csv", Clusters.Csv(60, 4));
        ToolResult swept = Tool.Run(scratch, "fit", "data.csv", "--perplexity", "4,10,19.5", "--sweep", "-o", "map.csv", "--json").EndsWith(0);
        Assert.Equal(3, swept.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
        foreach (string perplexity in new[] { "4", "10", "19.5" })
        {
            Fit("data.csv", "--perplexity", perplexity);
            Assert.Equal(scratch.Read("map.csv"), scratch.Read($"map-perplexity-{perplexity}.csv"));
        }

        Tool.Run(scratch, "fit", "data.csv", "--perplexity", "4", "--sweep", "-o", "map.csv").EndsWith(2).Complains("--sweep");
    }

    [Theory]
    [InlineData("opentsne", "250 500"), InlineData("sklearn", "250 750"), InlineData("fitsne", "250 1 499"), InlineData("bhtsne", "250 1 749"), InlineData("rtsne", "250 750")]
    public void Defaults_of_another_program_are_taken_and_what_is_set_wins(string like, string iterations)
    {
        scratch.Text("data.csv", Clusters.Csv(60, 4));
        JsonElement options = Fit("data.csv", "--like", like);
        Assert.Equal(iterations, string.Join(' ', options.GetProperty("schedule").EnumerateArray().Select(phase => phase.GetProperty("iterations").GetInt32())));
        Assert.Equal(like, options.GetProperty("like").GetString());
        JsonElement changed = Fit("data.csv", "--like", like, "--learning-rate", "9", "--iterations", "300", "--early-exaggeration", "6", "--init", "uniform");
        Assert.All(changed.GetProperty("schedule").EnumerateArray(), phase => Assert.Equal(9, phase.GetProperty("learningRate").GetDouble()));
        Assert.Equal(300, changed.GetProperty("iterations").GetInt32());
        Assert.Equal(6, changed.GetProperty("early-exaggeration").GetDouble());
        Assert.Equal("uniform", changed.GetProperty("init").GetString());
    }

    [Theory]
    [InlineData("distances", "1,2\n3,4\n5,6\n", "columns")]
    [InlineData("distances", "0,1,2\n1,0,-3\n2,-3,0\n", "row 1, column 2")]
    [InlineData("affinities", "0,1,2\n1,0,-3\n2,-3,0\n", "row 1, column 2")]
    [InlineData("neighbors", "1,2\n0,2\n0,1\n", "--distances")]
    public void What_is_not_what_it_is_said_to_be_is_bad_data(string kind, string text, string word)
    {
        scratch.Text("data.csv", text);
        Tool.Run(scratch, "fit", "data.csv", "--precomputed", kind, "-o", "map.csv").EndsWith(3).Complains("data.csv", word);
    }

    [Theory]
    [InlineData("%%MatrixMarket matrix coordinate real general\n4 4 2\n1 1 1\n9 1 1\n", "line 4")]
    [InlineData("1 3:0.5\n1 2:x\n", "line 2")]
    public void A_broken_sparse_file_is_bad_data(string text, string place)
    {
        scratch.Text("data.txt", text);
        Tool.Run(scratch, "fit", "data.txt", "-o", "map.csv").EndsWith(3).Complains("data.txt", place);
    }

    [Theory]
    [InlineData("--precomputed distances --limit 5", "--limit"), InlineData("--distances d.csv", "--precomputed"), InlineData("--metric euclid", "euclidean"), InlineData("--like umap", "opentsne")]
    [InlineData("--precomputed distances --metric cosine", "no columns")]
    public void Options_that_do_not_go_together_are_refused(string line, string word)
    {
        scratch.Text("data.csv", "0,1,2\n1,0,3\n2,3,0\n");
        Tool.Run(scratch, ["fit", "data.csv", "-o", "map.csv", .. line.Split(' ')]).EndsWith(2).Complains(word);
    }

    private JsonElement Fit(string input, params string[] arguments) =>
        Tool.Run(scratch, ["fit", input, "-o", "map.csv", "--json", .. arguments]).EndsWith(0).Json.GetProperty("options");

    private string[] Coordinates() => [.. scratch.Lines("map.csv").Skip(1).Select(line => string.Join(',', line.Split(',').Take(3)))];

    private string Entries(Func<int, int, string> entry, int columns) =>
        string.Concat(Enumerable.Range(0, points.Rows).SelectMany(i => Enumerable.Range(0, columns).Select(d => entry(i, d))));

    private string Table(Func<int, string> cell) =>
        string.Concat(Enumerable.Range(0, 60).Select(i => string.Join(',', Nearest(i).Select(cell)) + "\n"));

    private IEnumerable<int> Nearest(int i) => Enumerable.Range(0, 60).Where(j => j != i).OrderBy(j => Distance(i, j)).ThenBy(j => j).Take(30);

    private float Distance(int i, int j)
    {
        double sum = 0;
        for (int d = 0; d < points.Columns; d++)
        {
            sum += ((double)points[i, d] - points[j, d]) * ((double)points[i, d] - points[j, d]);
        }

        return (float)Math.Sqrt(sum);
    }

    private static string Text(float value) => value.ToString("R", CultureInfo.InvariantCulture);
}
