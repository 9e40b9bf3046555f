using System.Text.Json;

using Xunit;

namespace Vicinity.EndToEnd;

public sealed class JsonTests : IDisposable
{
    private readonly Scratch scratch = new();

    public JsonTests() => scratch.Text("data.csv", Clusters.Csv(60, 4));

    public void Dispose() => scratch.Dispose();

    [Fact]
    public void The_object_has_the_promised_members()
    {
        JsonElement json = Fit();
        Assert.Equal(
            ["method", "n", "dimensions", "options", "recall", "varianceKept", "loss", "normalizedLoss", "iterations", "gradientError", "seconds", "peakBytes", "warnings"],
            json.EnumerateObject().Select(member => member.Name));
        Assert.Equal("tsne", json.GetProperty("method").GetString());
        Assert.Equal(60, json.GetProperty("n").GetInt32());
        Assert.Equal(2, json.GetProperty("dimensions").GetInt32());
        Assert.InRange(json.GetProperty("loss").GetDouble(), 0, 5);
        Assert.InRange(json.GetProperty("normalizedLoss").GetDouble(), 0, 1);
        Assert.InRange(json.GetProperty("peakBytes").GetInt64(), 10_000_000, 2_000_000_000);
    }

    [Fact]
    public void Seconds_are_told_by_stage_and_add_up()
    {
        JsonElement seconds = Fit().GetProperty("seconds");
        string[] stages = [.. seconds.EnumerateObject().Select(member => member.Name)];
        Assert.Equal(["read", "neighbors", "affinities", "start", "optimize", "write", "total"], stages);
        double sum = stages.SkipLast(1).Sum(stage => seconds.GetProperty(stage).GetDouble());
        Assert.InRange(sum, 0.5 * seconds.GetProperty("total").GetDouble(), 1.001 * seconds.GetProperty("total").GetDouble());
    }

    [Fact]
    public void Options_are_told_as_resolved()
    {
        JsonElement options = Fit().GetProperty("options");
        Assert.Equal(59.0 / 3, options.GetProperty("perplexity").GetDouble(), 9);
        Assert.Equal(59, options.GetProperty("k").GetInt32());
        JsonElement schedule = options.GetProperty("schedule");
        Assert.Equal(60 / 48.0, schedule[0].GetProperty("learningRate").GetDouble(), 9);
        Assert.Equal(60 / 4.0, schedule[schedule.GetArrayLength() - 1].GetProperty("learningRate").GetDouble(), 9);
    }

    [Fact]
    public void A_default_perplexity_that_shrinks_is_told_of() =>
        Assert.Contains(Fit().GetProperty("warnings").EnumerateArray(), warning => warning.GetProperty("code").GetString() == "D107");

    [Theory]
    [InlineData("--iterations 100", "33 16 35 16")]
    [InlineData("--iterations 3000", "250 100 2600 50")]
    [InlineData("--iterations 100 --early-exaggeration-iter 99", "99 1")]
    [InlineData("--method hssne --early-exaggeration 12 --iterations 100", "33 67")]
    public void The_schedule_follows_the_options(string line, string phases)
    {
        JsonElement json = Fit(line.Split(' '));
        JsonElement[] schedule = [.. json.GetProperty("options").GetProperty("schedule").EnumerateArray()];
        Assert.Equal(phases, string.Join(' ', schedule.Select(phase => phase.GetProperty("iterations").GetInt32())));
        Assert.Equal(phases.Split(' ').Sum(int.Parse), json.GetProperty("iterations").GetInt32());
        Assert.Equal([12.0, 1.0], schedule.Select(phase => phase.GetProperty("exaggeration").GetDouble()).Distinct());
    }

    [Fact]
    public void No_iterations_report_the_loss_of_the_start()
    {
        JsonElement json = Fit("--iterations", "0");
        Assert.Equal(0, json.GetProperty("iterations").GetInt32());
        Assert.Equal(1, json.GetProperty("normalizedLoss").GetDouble(), 3);
    }

    [Fact]
    public void Options_that_are_set_are_kept()
    {
        JsonElement options = Fit("--perplexity", "5", "--k", "all", "--pca", "2", "--seed", "9", "--threads", "1", "--momentum", "0.5", "--learning-rate", "7")
            .GetProperty("options");
        Assert.Equal(5, options.GetProperty("perplexity").GetDouble());
        Assert.Equal(59, options.GetProperty("k").GetInt32());
        Assert.Equal(2, options.GetProperty("pca").GetInt32());
        Assert.Equal(9, options.GetProperty("seed").GetInt32());
        Assert.Equal(1, options.GetProperty("threads").GetInt32());
        Assert.All(options.GetProperty("schedule").EnumerateArray(), phase => Assert.Equal(0.5, phase.GetProperty("momentum").GetDouble()));
        Assert.All(options.GetProperty("schedule").EnumerateArray(), phase => Assert.Equal(7, phase.GetProperty("learningRate").GetDouble()));
    }

    /// <summary>Every member of the options that is called as an option takes its value; the others say more than one option could.</summary>
    [Theory]
    [InlineData("--sample 30 --limit 50 --labels kind --pca 3 --init random --seed 4 --learning-rate 3 --width 300")]
    [InlineData("--limit 5 --early-exaggeration-iter 0")]
    [InlineData("--k 5 --iterations 90 --momentum 0.7 --tolerance 0 --dims 3")]
    public void A_run_can_be_repeated_by_its_options(string line)
    {
        JsonElement options = Fit(line.Split(' ')).GetProperty("options");
        byte[] map = scratch.Read("map.npy");
        JsonProperty[] set = [.. options.EnumerateObject().Where(member => member.Name is not ("schedule" or "rows") && member.Value.ValueKind != JsonValueKind.Null)];
        Assert.Superset(
            new HashSet<string>(line.Split(' ').Where(word => word.StartsWith("--", StringComparison.Ordinal)).Select(word => word[2..])),
            new HashSet<string>(set.Select(member => member.Name)));
        JsonElement again = Fit([.. set.SelectMany(member => (string[])[$"--{member.Name}", member.Value.ToString()])]).GetProperty("options");
        Assert.Equal(map, scratch.Read("map.npy"));
        Assert.Equal(options.GetProperty("early-exaggeration").GetDouble(), again.GetProperty("early-exaggeration").GetDouble());
        Assert.Equal(options.GetProperty("labels").GetString(), again.GetProperty("labels").GetString());
    }

    private JsonElement Fit(params string[] arguments) =>
        Tool.Run(scratch, ["fit", "data.csv", "-o", "map.npy", "--json", .. arguments]).EndsWith(0).Json;
}
