namespace Vicinity;

/// <summary>What the maps of a sweep must have in common: all that comes before the neighbours.</summary>
internal static class SweepCheck
{
    /// <exception cref="ArgumentException">There are no options, or they differ in what is done once for all.</exception>
    public static void Require(IReadOnlyList<EmbeddingOptions> options)
    {
        if (options.Count == 0)
        {
            throw new ArgumentException("A sweep needs options for at least one map, but there are none.", nameof(options));
        }

        EmbeddingOptions first = options[0];
        for (int map = 1; map < options.Count; map++)
        {
            Same(map, nameof(first.Metric), first.Metric, options[map].Metric);
            Same(map, nameof(first.Scaling), first.Scaling, options[map].Scaling);
            Same(map, nameof(first.PcaComponents), first.PcaComponents, options[map].PcaComponents);
            Same(map, nameof(first.NeighborMethod), first.NeighborMethod, options[map].NeighborMethod);
        }
    }

    private static void Same<T>(int map, string name, T first, T other)
    {
        if (!Equals(first, other))
        {
            throw new ArgumentException($"{name} of map {map} (counted from 0) is {other}, but that of map 0 is {first}: maps over one graph share it. Fit them apart.", nameof(first));
        }
    }
}
