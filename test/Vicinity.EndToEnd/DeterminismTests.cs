using System.Globalization;

using Xunit;

namespace Vicinity.EndToEnd;

/// <summary>Same seed, same bytes: for any number of threads and any width of vectors.</summary>
public sealed class DeterminismTests : IDisposable
{
    private readonly Scratch scratch = new();

    public void Dispose() => scratch.Dispose();

    [Fact]
    public void The_digits_do_not_depend_on_the_threads()
    {
        foreach (string threads in new[] { "1", "2", "8" })
        {
            Tool.Run(scratch, "demo", "--threads", threads, "--iterations", "300", "-o", $"map{threads}.npy").EndsWith(0);
        }

        Assert.Equal(scratch.Read("map1.npy"), scratch.Read("map2.npy"));
        Assert.Equal(scratch.Read("map1.npy"), scratch.Read("map8.npy"));
    }

    [Fact]
    public void Another_seed_is_another_map()
    {
        scratch.Text("data.csv", Clusters.Csv(90, 5));
        Fit("one.npy", [], "--init", "random", "--seed", "1");
        Fit("two.npy", [], "--init", "random", "--seed", "2");
        Fit("again.npy", [], "--init", "random", "--seed", "1");
        Assert.NotEqual(scratch.Read("one.npy"), scratch.Read("two.npy"));
        Assert.Equal(scratch.Read("one.npy"), scratch.Read("again.npy"));
    }

    [Theory]
    [InlineData("DOTNET_EnableAVX512", 256)]
    [InlineData("DOTNET_EnableAVX2", 128)]
    public void The_map_does_not_depend_on_the_width_of_vectors(string feature, int bits)
    {
        (string, string)[] without = [(feature, "0")];
        Assert.InRange(VectorBits(without), 0, bits);
        scratch.Text("data.csv", Clusters.Csv(90, 5));
        Fit("wide.npy", []);
        Fit("narrow.npy", without);
        Assert.Equal(scratch.Read("wide.npy"), scratch.Read("narrow.npy"));
    }

    private int VectorBits((string, string)[] environment)
    {
        string info = Tool.RunWith(scratch, environment, "--info").EndsWith(0).Output;
        string line = Assert.Single(info.Split('\n'), line => line.StartsWith("vector bits", StringComparison.Ordinal));
        return int.Parse(line.Split(' ')[^1], CultureInfo.InvariantCulture);
    }

    private void Fit(string output, (string, string)[] environment, params string[] more) =>
        Tool.RunWith(scratch, environment, ["fit", "data.csv", "--perplexity", "8", "--iterations", "120", "-o", output, .. more]).EndsWith(0);
}
