using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

using Xunit;

namespace Vicinity.Tests;

/// <summary>Models in files: what comes back is what went in, and a hostile file is an error and nothing else.</summary>
public sealed class ModelFileTests
{
    private static readonly Matrix Rows = TransformTests.Groups(60, seed: 3);
    private static readonly Matrix Fresh = TransformTests.Groups(9, seed: 4);
    private static readonly EmbeddingOptions Quick = new() { Perplexity = 6, Scaling = InputScaling.Standard, PcaComponents = 3, Schedule = [new(40) { Exaggeration = 4 }, new(60)] };
    private static readonly EmbeddingModel Fitted = NeighborEmbedding.Fit(Rows, Quick);
    private static readonly byte[] File = Bytes(Fitted);
    private static readonly SparseMatrix Words = TransformInputsTests.Counts(40, seed: 5, columns: 18);
    private static readonly byte[] SparseFile = Bytes(NeighborEmbedding.Fit(Words, new() { Perplexity = 6, Metric = Metric.Jaccard, Schedule = [new(40)] }));

    public static TheoryData<string> Methods => [.. MethodCatalog.All.Where(method => method.IsOptimized).Select(method => method.Name)];

    [Fact]
    public void A_model_comes_back_as_it_was()
    {
        EmbeddingModel back = Load(File);
        Assert.Equal(Fitted.ResolvedOptions with { Threads = 1 }, back.ResolvedOptions with { Threads = 1, Schedule = Fitted.ResolvedOptions.Schedule });
        Assert.Equal(Fitted.ResolvedOptions.Schedule, back.ResolvedOptions.Schedule);
        Assert.Equal(
            (Fitted.Loss, Fitted.NullLoss, Fitted.Iterations, Fitted.GradientError, Fitted.Report, Fitted.InputColumns),
            (back.Loss, back.NullLoss, back.Iterations, back.GradientError, back.Report, back.InputColumns));
        Assert.Equal(Fitted.Warnings, back.Warnings);
        AssertSame(Fitted.Map, back.Map);
        AssertSame(Fitted.Transform(Fresh, cancellationToken: TestContext.Current.CancellationToken), back.Transform(Fresh, cancellationToken: TestContext.Current.CancellationToken));
        Assert.Equal(File, Bytes(back));
    }

    [Fact]
    public void The_gradient_and_the_nearest_that_attract_come_back()
    {
        EmbeddingOptions options = Quick with { Gradient = new BarnesHut(0.25), Schedule = [new(40) { Exaggeration = 4, Neighbors = 5 }, new(60)] };
        EmbeddingOptions back = Load(Bytes(NeighborEmbedding.Fit(Rows, options))).ResolvedOptions;
        Assert.Equal(options.Gradient, back.Gradient);
        Assert.Equal([5, 0], back.Schedule.Select(phase => phase.Neighbors));
    }

    [Theory, MemberData(nameof(Methods))]
    public void The_objective_of_every_method_comes_back(string method)
    {
        Objective objective = MethodCatalog.Find(method)!.Create();
        EmbeddingModel model = new(Matrix.Create(3, 2, (i, row) => row.Fill(i)), 1, 2, 3, new() { Objective = objective, Perplexity = 5, PcaComponents = 0, Schedule = [new(5)] }, new(1, 1), [], objective.Learned == LearnedParameter.None ? [] : [2.5]);
        EmbeddingModel back = Load(Bytes(model));
        Assert.Equal(objective.Name, back.ResolvedOptions.Objective.Name);
        Assert.True(objective.Parts.Count > 1 || objective == back.ResolvedOptions.Objective);
        Assert.Equal(objective.Parts, back.ResolvedOptions.Objective.Parts);
    }

    [Fact]
    public void An_objective_of_a_program_is_asked_for_by_name()
    {
        Objective own = Objective.Create(new KullbackLeibler(), new HeavyTailed(1.25), Normalization.PairWise);
        byte[] file = Bytes(NeighborEmbedding.Fit(Rows, Quick with { Objective = own }));
        Assert.Contains("give it to Load", Assert.Throws<InvalidDataException>(() => Load(file)).Message, StringComparison.Ordinal);
        Assert.Equal(own, EmbeddingModel.Load(new MemoryStream(file), "model", own).ResolvedOptions.Objective);
    }

    [Fact]
    public void Without_data_a_model_is_small_and_transforms_nothing()
    {
        using MemoryStream stream = new();
        Fitted.Save(stream, includeData: false);
        EmbeddingModel back = Load(stream.ToArray());
        Assert.False(back.CanTransform);
        AssertSame(Fitted.Map, back.Map);
        Assert.Throws<InvalidOperationException>(() => back.Transform(Fresh));
    }

    [Fact]
    public void Unknown_sections_are_skipped_and_missing_ones_named()
    {
        SectionSet sections = SectionFormat.Read(new MemoryStream(File), "model", "model");
        AssertSame(Fitted.Map, Load(Join([new("news", (SectionType)77, 1, 3, new byte[] { 1, 2, 3 }), .. sections.All, new("more", SectionType.Text, 1, 2, "hm"u8.ToArray())])).Map);
        foreach (string name in new[] { "about", "map", "learned", "radii", "steps.shifts", "components.means", "components.loadings" })
        {
            byte[] without = Join([.. sections.All.Where(section => section.Name != name)]);
            if (name == "components.means")
            {
                Assert.Throws<InvalidDataException>(() => Load(without));
                continue;
            }

            Assert.Contains(name, Assert.Throws<InvalidDataException>(() => Load(without)).Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Missing_sections_of_sparse_rows_are_named_and_wrong_ones_refused()
    {
        SectionSet sections = SectionFormat.Read(new MemoryStream(SparseFile), "model", "model");
        foreach (string name in new[] { "data.lengths", "data.columns", "data.values", "radii" })
        {
            byte[] without = Join([.. sections.All.Where(section => section.Name != name)]);
            Assert.Contains(name, Assert.Throws<InvalidDataException>(() => Load(without)).Message, StringComparison.Ordinal);
        }

        Section columns = sections.All.Single(section => section.Name == "data.columns");
        int[] beyond = [18, .. ((int[])columns.Values)[1..]];
        byte[] wrong = Join([.. sections.All.Select(section => section == columns ? section with { Values = beyond } : section)]);
        Assert.Contains("does not exist: there are 18 columns", Assert.Throws<InvalidDataException>(() => Load(wrong)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_sparse_model_of_version_1_is_read_for_ever()
    {
        EmbeddingModel model = Load(System.IO.File.ReadAllBytes(Golden("model-1-sparse.vic")));
        Assert.Equal((40, 2, 18, "jaccard"), (model.Map.Rows, model.Map.Columns, model.InputColumns, model.ResolvedOptions.Metric.Name));
        PlacedRows placed = model.Place(Words, cancellationToken: TestContext.Current.CancellationToken);
        int[] differing = [.. Enumerable.Range(0, 40).Where(i => SquaredDistance.Of(placed.Map.Row(i), model.Map.Row(i)) > 0)];
        Assert.Equal([2, 38], differing);       // they use the same columns, so both are placed between the two
    }

    [Theory]
    [InlineData("stretch", "0")]
    [InlineData("stretch", "-2")]
    [InlineData("stretch", "1e18")]
    [InlineData("exaggeration", "0.5")]
    [InlineData("exaggeration", "1e300")]
    public void A_phase_out_of_range_is_refused(string setting, string value)
    {
        SectionSet sections = SectionFormat.Read(new MemoryStream(File), "model", "model");
        byte[] hostile = Join([.. sections.All.Select(section => section.Name == "about" ? With(section, setting, value) : section)]);
        Assert.Contains($"{setting} is out of range", Assert.Throws<InvalidDataException>(() => Load(hostile)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Sections_begin_where_memory_can_be_mapped()
    {
        for (int entry = 64; entry < 64 + (128 * BitConverter.ToInt32(File, 12)); entry += 128)
        {
            Assert.Equal(0, BitConverter.ToInt64(File, entry + 64) % 64);
        }
    }

    [Fact]
    public void A_model_is_in_memory_once()
    {
        Matrix data = Clouds.Normal(4000, 40);
        byte[] file = Bytes(NeighborEmbedding.Fit(data, new() { Perplexity = 2, PcaComponents = 0, Gradient = new ParticleMesh(), Schedule = [new(1)] }));
        Load(file);
        long before = GC.GetAllocatedBytesForCurrentThread();
        EmbeddingModel model = Load(file);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, file.Length, 1.1 * file.Length);
        Assert.True(model.CanTransform);
    }

    [Fact]
    public void The_model_of_version_1_is_read_for_ever()
    {
        byte[] golden = System.IO.File.ReadAllBytes(Golden("model-1.vic"));
        EmbeddingModel model = Load(golden);
        Assert.Equal((60, 2, 5, "t-SNE"), (model.Map.Rows, model.Map.Columns, model.InputColumns, model.ResolvedOptions.Objective.Name));
        Assert.Equal(6, model.ResolvedOptions.Perplexity.Value);
        Assert.Equal(100, model.Iterations);
        float[] map = [.. Enumerable.Range(0, 60).SelectMany(i => model.Map.Row(i).ToArray())];
        Assert.Equal("798d42bb3aa74fc1", Convert.ToHexStringLower(SHA256.HashData(MemoryMarshal.AsBytes(map.AsSpan())))[..16]);
        PlacedRows placed = model.Place(Rows, cancellationToken: TestContext.Current.CancellationToken);
        double[] moved = [.. Enumerable.Range(0, 60).Select(i => SquaredDistance.Of(placed.Map.Row(i), model.Map.Row(i)))];
        Assert.Equal(0, moved.Order().ElementAt(30), 1e-2);
    }

    private static string Golden(string name) => Path.Combine(Repository.Root, "test/Vicinity.Tests/Golden", name);

    private static EmbeddingModel Load(byte[] file) => EmbeddingModel.Load(new MemoryStream(file), "model");

    private static byte[] Bytes(EmbeddingModel model)
    {
        using MemoryStream stream = new();
        model.Save(stream, includeData: true);
        return stream.ToArray();
    }

    private static byte[] Join(Section[] sections)
    {
        using MemoryStream stream = new();
        SectionFormat.Write(stream, "model", sections);
        return stream.ToArray();
    }

    /// <summary>The text with another value for a setting of all phases.</summary>
    private static Section With(Section about, string setting, string value)
    {
        byte[] text = Encoding.UTF8.GetBytes(Regex.Replace(Encoding.UTF8.GetString((byte[])about.Values), $"\"{setting}\":[^,]+", $"\"{setting}\":{value}"));
        return about with { Values = text, Columns = text.Length };
    }

    private static void AssertSame(Matrix expected, Matrix actual) =>
        Assert.All(Enumerable.Range(0, expected.Rows), i => Assert.True(expected.Row(i).SequenceEqual(actual.Row(i))));
}
