namespace Vicinity.Tests;

/// <summary>States of runs in files; one that is read is gone on with.</summary>
internal static class FuzzedStates
{
    private static readonly Matrix Data = Clouds.Normal(40, 4);

    public static IEnumerable<FuzzTarget> All =>
    [
        State("delta.bin", new() { Perplexity = 5 }),
        State("lbfgs.bin", new() { Perplexity = 5, Optimizer = Optimizer.Lbfgs, Dimensions = 3 }),
        State("mesh.bin", new() { Perplexity = 5, Gradient = new ParticleMesh(), Optimizer = Optimizer.Nesterov }),
        State("learned.bin", new() { Perplexity = 5, Objective = MethodCatalog.Find("dhssne")!.Create() }),
    ];

    private static FuzzTarget State(string name, EmbeddingOptions options)
    {
        PreparedEmbedding prepared = NeighborEmbedding.Prepare(Data, options with { Threads = 1 });
        prepared.Run.Advance(new(12));
        RunState good = prepared.Save();
        using MemoryStream file = new();
        SectionFormat.Write(file, "run", good.Sections.All);
        return new(name, file.ToArray(), bytes => Use(prepared, good, RunState.Read(new MemoryStream(bytes), name))) { IsSigned = true, Used = 4_000_000 };
    }

    private static void Use(PreparedEmbedding prepared, RunState good, RunState state)
    {
        prepared.Restore(state);
        try
        {
            prepared.Run.Advance(new(1));
        }
        catch (InvalidOperationException)
        {
            // Finite positions may still be so far apart that a step leaves the range of numbers, which the run then says.
        }
        finally
        {
            prepared.Restore(good);
        }
    }
}
