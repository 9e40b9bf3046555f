namespace Vicinity;

/// <summary>How a search is laid out. All numbers are measured on the reference machine (docs/decisions/0013-neighbors-at-scale.md) and depend on n alone.</summary>
/// <param name="Lists">K-means lists.</param>
/// <param name="Recall">Wanted share of true neighbours; 1 for all.</param>
internal readonly record struct SearchPlan(int Lists, double Recall)
{
    private const int MostExactPoints = 150_000;
    private const int FewestPointsForLists = 8192;
    private const int PointsPerList = 1024;

    /// <summary>True if no list is left out that may hold a neighbour.</summary>
    public bool FindsAll => Recall >= 1 || Lists == 1;

    /// <summary>The plan for n points.</summary>
    public static SearchPlan For(NeighborMethod method, int count)
    {
        NeighborMethod chosen = method != NeighborMethod.Auto ? method
            : count <= MostExactPoints ? NeighborMethod.Exact
            : new ApproximateNeighbors();
        double recall = chosen is ApproximateNeighbors approximate ? approximate.Recall : 1;
        return new(ListsFor(count), recall);
    }

    private static int ListsFor(int count) => count < FewestPointsForLists ? 1 : Math.Max(count / PointsPerList, (int)Math.Sqrt(count) / 4);
}
