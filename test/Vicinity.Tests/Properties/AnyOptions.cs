using FsCheck;
using FsCheck.Fluent;

namespace Vicinity.Tests;

/// <summary>Options by chance; some do not go together with some data, which a fit then refuses.</summary>
internal static class AnyOptions
{
    private static readonly Method[] Methods = [.. MethodCatalog.All.Where(method => method.IsOptimized)];
    private static readonly Metric[] Metrics = [Metric.Euclidean, Metric.Euclidean, Metric.Cosine, Metric.Correlation, Metric.Manhattan, Metric.Chebyshev, Metric.Hamming, Metric.Jaccard];

    public static Gen<EmbeddingOptions> Gen { get; } =
        from method in FsCheck.Fluent.Gen.Elements(Methods)
        from metric in FsCheck.Fluent.Gen.Elements(Metrics)
        from scaling in FsCheck.Fluent.Gen.Elements(Enum.GetValues<InputScaling>())
        from components in FsCheck.Fluent.Gen.Elements(PcaComponents.Auto, PcaComponents.None, 1, 2)
        from dimensions in FsCheck.Fluent.Gen.Choose(1, 3)
        from optimizer in FsCheck.Fluent.Gen.Elements(Enum.GetValues<Optimizer>())
        from gradient in FsCheck.Fluent.Gen.Elements<GradientMethod>(GradientMethod.Auto, GradientMethod.Exact, new ParticleMesh(), new BarnesHut(0.4))
        from start in FsCheck.Fluent.Gen.Elements(Start.Auto, Start.Random, Start.Uniform)
        from seed in FsCheck.Fluent.Gen.Choose(0, 1000)
        select new EmbeddingOptions
        {
            Objective = method.Create(),
            Metric = metric,
            Scaling = scaling,
            PcaComponents = components,
            Dimensions = dimensions,
            Optimizer = optimizer,
            Gradient = gradient,
            Start = start,
            Seed = seed,
            Schedule = [new(3 + (seed % 5)) { Exaggeration = 2 }, new(4)],
            Threads = 2,
        };

    /// <summary>A fit that is ready to run; null if the options do not go with the data.</summary>
    public static PreparedEmbedding? Prepare(AnyData sample, EmbeddingOptions options)
    {
        try
        {
            return NeighborEmbedding.Prepare(sample.Matrix, options);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }
}
