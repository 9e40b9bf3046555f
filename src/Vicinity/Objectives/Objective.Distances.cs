namespace Vicinity;

/// <content>The members that compare distances with distances; all sums run over ordered pairs.</content>
public abstract partial record Objective
{
    private static readonly DescentDefaults PlainDistances = new() { Exaggeration = 1, ExaggeratedIterations = 0 };

    /// <summary>For stresses in other units than squared distances, which no fixed rate can know.</summary>
    private static readonly DescentDefaults SearchedDistances = PlainDistances with { Optimizer = Optimizer.Lbfgs };

    /// <summary>Metric multidimensional scaling, sum (r - d)^2 (Kruskal 1964).</summary>
    public static Objective MetricMds { get; } = OfDistances("MMDS", new MetricStress());

    /// <summary>Scaling of squared distances, sum (r^2 - d^2)^2, also SSTRESS (Takane, Young and de Leeuw 1977).</summary>
    public static Objective SquaredMds { get; } = OfDistances("SMMDS", new SquaredStress()) with { Defaults = SearchedDistances };

    /// <summary>Sammon's mapping, (1 / sum r) sum (r - d)^2 / r (Sammon 1969).</summary>
    public static Objective Sammon { get; } = OfDistances("Sammon", new SammonStress()) with { IsDividedByInputTotal = true, Defaults = SearchedDistances };

    /// <summary>Metric scaling of geodesic distances: shortest paths along the nearest-neighbour graph (Tenenbaum, de Silva and Langford 2000).</summary>
    public static Objective GeodesicMds { get; } = MetricMds with { Name = "GMMDS", Input = ObjectiveInput.GeodesicDistances };

    /// <summary>Metric scaling of the shortest tenth of all distances, and of those that the map makes too short.</summary>
    public static Objective BallMds { get; } = OfDistances("Ball MMDS", new NearStress()) with { Input = ObjectiveInput.BallDistances };

    /// <summary>Metric scaling of the distances between nearest neighbours, and of those that the map makes too short.</summary>
    public static Objective NeighborMds { get; } = OfDistances("kNN MMDS", new NearStress()) with { Input = ObjectiveInput.NeighborDistances };

    private static Objective OfDistances<TDivergence>(string name, TDivergence stress)
        where TDivergence : struct, IDivergence => Mix(name, stress, new DistanceKernel(), Normalization.None) with
        {
            Input = ObjectiveInput.Distances,
            Defaults = PlainDistances,
        };
}
