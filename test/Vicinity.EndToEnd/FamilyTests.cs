using System.Text.Json;

using Xunit;

namespace Vicinity.EndToEnd;

/// <summary>The methods of the family by name and by parts.</summary>
public sealed class FamilyTests : IDisposable
{
    private readonly Scratch scratch = new();

    public FamilyTests() => scratch.Text("data.csv", Clusters.Csv(60, 4));

    public void Dispose() => scratch.Dispose();

    [Fact]
    public void Methods_are_listed()
    {
        string[] lines = Tool.Run(scratch, "methods").EndsWith(0).Output.TrimEnd().Split('\n');
        Assert.StartsWith("method ", lines[0], StringComparison.Ordinal);
        Assert.Equal(lines.Length - 1, Tool.Run(scratch, "methods", "--json").EndsWith(0).Json.GetArrayLength());
    }

    [Theory]
    [InlineData("check")]
    [InlineData("check --method umap --spread 2")]
    [InlineData("check --cost ab --kernel inhomogeneous --norm average --ab-alpha 0.7 --ab-beta 0.4 --learn dof --seed 5")]
    public void Gradients_are_checked(string line)
    {
        string[] lines = Tool.Run(scratch, line.Split(' ')).EndsWith(0).Output.TrimEnd().Split('\n');
        Assert.StartsWith("max relative error ", lines[^1], StringComparison.Ordinal);
        Assert.InRange(double.Parse(lines[^1].Split(' ')[^1], System.Globalization.CultureInfo.InvariantCulture), 1e-14, 1e-7);
    }

    /// <summary>The promise of the start's costs, for one of each kind.</summary>
    [Theory]
    [InlineData("--method nerv", "nerv")]
    [InlineData("--method ee", "ee")]
    [InlineData("--method umap", "umap")]
    [InlineData("--method sammon", "sammon")]
    [InlineData("--method knnmmds", "knnmmds")]
    [InlineData("--method msjse", "msjse")]
    [InlineData("--method itsne", "itsne")]
    [InlineData("--cost js --kernel heavy --norm none", "js x heavy x none")]
    public void The_cost_of_the_start_is_told(string line, string name)
    {
        JsonElement json = Fit([.. line.Split(' '), "--iterations", "0"]);
        Assert.Equal(name, json.GetProperty("method").GetString());
        Assert.Equal(0, json.GetProperty("iterations").GetInt32());
        Assert.True(double.IsFinite(json.GetProperty("loss").GetDouble()));
        Assert.True(double.IsFinite(json.GetProperty("normalizedLoss").GetDouble()));
    }

    [Theory]
    [InlineData("--method hssne --alpha 0.8")]
    [InlineData("--method mmds --optimizer lbfgs")]
    [InlineData("--method dhssne")]
    [InlineData("--kernel kobak --dof 0.7 --norm point --init random --scale standard")]
    [InlineData("--method tsne --perplexity 5,15 --init spectral")]
    public void A_map_is_made_and_its_cost_falls(string line)
    {
        string[] words = line.Split(' ');
        double begin = Fit([.. words, "--iterations", "0"]).GetProperty("loss").GetDouble();
        Assert.InRange(Fit([.. words, "--iterations", "200"]).GetProperty("loss").GetDouble(), double.MinValue, 0.99 * begin);
    }

    [Fact]
    public void An_option_that_is_not_read_is_a_warning()
    {
        JsonElement warnings = Fit("--method", "tsne", "--lambda", "3", "--iterations", "10").GetProperty("warnings");
        Assert.Contains(warnings.EnumerateArray(), warning => warning.GetProperty("message").GetString()!.StartsWith("--lambda ", StringComparison.Ordinal));
    }

    [Fact]
    public void PCA_is_the_start_and_the_cost_of_metric_scaling()
    {
        JsonElement pca = Fit("--method", "pca");
        JsonElement start = Fit("--method", "mmds", "--iterations", "0");
        Assert.Equal(0, pca.GetProperty("iterations").GetInt32());
        Assert.Equal(start.GetProperty("loss").GetDouble(), pca.GetProperty("loss").GetDouble());
    }

    [Theory]
    [InlineData("fit data.csv -o map.npy --method tsen", "did you mean 'tsne'")]
    [InlineData("fit data.csv -o map.npy --method xyz", "vicinity methods")]
    [InlineData("fit data.csv -o map.npy --method nerv --lambda 2", "from 0 to 1")]
    [InlineData("fit data.csv -o map.npy --method mmds --early-exaggeration 4", "distances")]
    [InlineData("fit data.csv -o map.npy --norm pair --affinity row", "--affinity")]
    [InlineData("fit data.csv -o map.npy --cost kullback", "reverse-kl")]
    [InlineData("check --method tsen", "did you mean 'tsne'")]
    [InlineData("fit data.csv -o map.npy --perplexity 5,x", "commas")]
    public void A_slip_is_named(string line, string word) => Tool.Run(scratch, line.Split(' ')).EndsWith(2).Complains(word);

    private JsonElement Fit(params string[] arguments) =>
        Tool.Run(scratch, ["fit", "data.csv", "-o", "map.npy", "--json", .. arguments]).EndsWith(0).Json;
}
