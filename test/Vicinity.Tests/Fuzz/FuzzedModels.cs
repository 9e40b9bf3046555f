namespace Vicinity.Tests;

/// <summary>Models in files; one that is read places a row.</summary>
internal static class FuzzedModels
{
    private static readonly Matrix Rows = TransformTests.Groups(60, seed: 3);
    private static readonly SparseMatrix Words = TransformInputsTests.Counts(40, seed: 5, columns: Rows.Columns);
    private static readonly EmbeddingOptions Quick = new() { Perplexity = 6, Schedule = [new(40) { Exaggeration = 4 }, new(60)] };

    public static IEnumerable<FuzzTarget> All =>
    [
        Model("model.vic", Quick with { Scaling = InputScaling.Standard, PcaComponents = 3 }),
        Model("white.vic", Quick with { Scaling = InputScaling.Zca, Objective = MethodCatalog.Find("dhssne")!.Create() }),
        Model("cosine.vic", Quick with { Metric = Metric.Cosine, Objective = MethodCatalog.Find("umap")!.Create(), Perplexity = Perplexity.Auto }),
        Model("small.vic", Quick, includesData: false),
        Model("sparse.vic", Quick with { Metric = Metric.Jaccard }, Words),
    ];

    private static FuzzTarget Model(string name, EmbeddingOptions options, EmbeddingInput? rows = null, bool includesData = true)
    {
        using MemoryStream file = new();
        NeighborEmbedding.Fit(rows ?? Rows, options).Save(file, includesData);
        return new(name, file.ToArray(), bytes => Use(EmbeddingModel.Load(new MemoryStream(bytes), name))) { IsSigned = true };
    }

    private static void Use(EmbeddingModel model)
    {
        model.Map.ThrowIfNotFinite("map");
        if (!model.CanTransform || model.InputColumns != Rows.Columns)
        {
            return;
        }

        try
        {
            model.Transform(Rows.Select([7]), threads: 1).ThrowIfNotFinite("placed");
        }
        catch (ArgumentException exception) when (exception.ParamName == "rows")
        {
            // Steps that are finite may still be so large that they bring a row out of the range of numbers, which is then said.
        }
    }
}
