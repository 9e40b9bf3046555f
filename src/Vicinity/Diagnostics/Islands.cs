namespace Vicinity;

/// <summary>Groups of points with a gap around them: the pieces of the graph of mutual neighbours.</summary>
/// <remarks>
/// Two points hang together if each is among the nearest of the other (Brito et al. 1997), so that a gap separates wherever it is wider than the
/// distances beside it, in dense regions and loose ones alike.
/// </remarks>
internal sealed class Islands
{
    private const int Reach = 10;
    private const int FewestPoints = 8;
    private const double LeastShare = 0.02;

    private Islands(int[][] members, int count)
    {
        Members = members;
        int[] byPoint = [.. Enumerable.Repeat(-1, count)];
        for (int island = 0; island < members.Length; island++)
        {
            Array.ForEach(members[island], point => byPoint[point] = island);
        }

        ByPoint = byPoint;
    }

    /// <summary>The points of each, ascending; the largest first.</summary>
    public int[][] Members { get; }

    public int Count => Members.Length;

    /// <summary>For every point its island; -1 for points between them and in crumbs.</summary>
    public int[] ByPoint { get; }

    public static Islands Find(NeighborGraph graph)
    {
        int reach = Math.Min(Reach, graph.NeighborsPerPoint);
        DisjointSets partition = new(graph.Count);
        for (int i = 0; i < graph.Count; i++)
        {
            foreach (int j in graph.Neighbors(i)[..reach])
            {
                if (graph.Neighbors(j)[..reach].Contains(i))
                {
                    partition.Join(i, j);
                }
            }
        }

        double fewest = Math.Max(FewestPoints, LeastShare * graph.Count);
        return new([.. partition.Sets().Where(set => set.Length >= fewest)], graph.Count);
    }

    /// <summary>The adjusted Rand index (Hubert and Arabie 1985) of two maps' islands over the points that lie in one of both: 1 for the same, about 0 for unrelated.</summary>
    public static double Agreement(Islands first, Islands second)
    {
        int[] points = [.. Enumerable.Range(0, first.ByPoint.Length).Where(i => first.ByPoint[i] >= 0 && second.ByPoint[i] >= 0)];
        double both = points.GroupBy(i => (first.ByPoint[i], second.ByPoint[i])).Sum(set => Pairs(set.Count()));
        double inFirst = points.GroupBy(i => first.ByPoint[i]).Sum(set => Pairs(set.Count()));
        double inSecond = points.GroupBy(i => second.ByPoint[i]).Sum(set => Pairs(set.Count()));
        double expected = inFirst * inSecond / Math.Max(1, Pairs(points.Length));
        double most = (inFirst + inSecond) / 2;
        return most > expected ? (both - expected) / (most - expected) : 1;
    }

    private static double Pairs(int count) => count * (count - 1) / 2.0;
}
