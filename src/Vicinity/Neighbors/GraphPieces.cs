namespace Vicinity;

/// <summary>Finds how many pieces a graph is in; edges are walked both ways.</summary>
/// <param name="count">n.</param>
internal sealed class GraphPieces(int count)
{
    private readonly int[] parents = [.. Enumerable.Range(0, count)];

    /// <summary>Pieces so far.</summary>
    public int Count { get; private set; } = count;

    /// <summary>The pieces of a graph of neighbours. Cost: O(n) for most, O(n k) at worst.</summary>
    public static GraphPieces Of(NeighborGraph graph)
    {
        GraphPieces pieces = new(graph.Count);
        for (int k = 0; k < graph.NeighborsPerPoint && pieces.Count > 1; k++)
        {
            for (int i = 0; i < graph.Count; i++)
            {
                pieces.Join(i, graph.Neighbors(i)[k]);
            }
        }

        return pieces;
    }

    /// <summary>An edge.</summary>
    public void Join(int i, int j)
    {
        int a = Root(i);
        int b = Root(j);
        if (a != b)
        {
            parents[Math.Max(a, b)] = Math.Min(a, b);
            Count--;
        }
    }

    /// <summary>D111, if there are several pieces.</summary>
    public IEnumerable<FitWarning> Warnings()
    {
        if (Count > 1)
        {
            int largest = Enumerable.Range(0, parents.Length).CountBy(Root).Max(piece => piece.Value);
            yield return new("D111",
                $"The graph of neighbours is in {Count} pieces, the largest of {Counted.Of(largest, "point")}: how they lie to each other comes from the start alone. Read nothing from the gaps, or use more neighbours.");
        }
    }

    private int Root(int i)
    {
        while (parents[i] != i)
        {
            parents[i] = parents[parents[i]];
            i = parents[i];
        }

        return i;
    }
}
