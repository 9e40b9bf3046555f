namespace Vicinity;

/// <summary>Which points hang together: disjoint sets with path halving (Tarjan 1975).</summary>
/// <param name="count">n.</param>
internal sealed class DisjointSets(int count)
{
    private readonly int[] parents = [.. Enumerable.Range(0, count)];

    /// <summary>The least point of the set of a point.</summary>
    public int Root(int point)
    {
        while (parents[point] != point)
        {
            point = parents[point] = parents[parents[point]];
        }

        return point;
    }

    public void Join(int i, int j)
    {
        int a = Root(i);
        int b = Root(j);
        parents[Math.Max(a, b)] = Math.Min(a, b);
    }

    /// <summary>The sets, largest first, each with its points ascending.</summary>
    public int[][] Sets() => [.. Enumerable.Range(0, parents.Length).GroupBy(Root).Select(set => set.ToArray()).OrderByDescending(set => set.Length).ThenBy(set => set[0])];
}
