namespace Vicinity;

/// <summary>
/// Makes one weight of the two directions of a pair, such as J = (R + R^T) / 2n, without a transposed copy: mutual pairs in place,
/// one-sided ones sent to the other end; O(n k).
/// </summary>
/// <remarks>
/// Where memory counts, the weights are given back piece by piece while the result grows. Its rows are sorted by column at the end, so the
/// order in which threads send entries leaves no trace.
/// </remarks>
internal sealed class Symmetrization
{
    private const int BlockRows = 256;
    private const long LargeEntries = 1L << 25;
    private const int PiecesPerCollection = 2;
    private readonly RowPieces<int> neighbors;
    private readonly RowPieces<float> weights;
    private readonly int[] order;
    private readonly AffinitySymmetry symmetry;
    private readonly double scale;
    private readonly bool isLarge;
    private readonly int threads;
    private readonly CancellationToken cancellation;

    private Symmetrization(
        NeighborGraph graph, RowPieces<float> weights, AffinitySymmetry symmetry, double scale, int threads, CancellationToken cancellation)
    {
        neighbors = graph.NeighborRows;
        order = graph.Order.Length > 0 ? [] : graph.LocalOrder;
        this.weights = weights;
        this.symmetry = symmetry;
        this.scale = scale;
        isLarge = neighbors.Rows > 0 && (long)neighbors.Rows * neighbors.Row(0).Length > LargeEntries;
        this.threads = threads;
        this.cancellation = cancellation;
    }

    /// <summary>The results that a float can hold, rows ascending.</summary>
    /// <param name="graph">Holds the columns of the weights, which are given back if <paramref name="release"/>.</param>
    /// <param name="weights">A, 0 where there is no entry; consumed.</param>
    /// <param name="symmetry">How; not <see cref="AffinitySymmetry.Auto"/>.</param>
    /// <param name="scale">Factor on every result.</param>
    /// <param name="release">Whether nobody needs the neighbours any longer.</param>
    /// <param name="threads">Cores to use.</param>
    /// <param name="cancellation">Stops between blocks.</param>
    public static SparseRows Merge(
        NeighborGraph graph, RowPieces<float> weights, AffinitySymmetry symmetry, double scale, bool release, int threads, CancellationToken cancellation)
    {
        Symmetrization work = new(graph, weights, symmetry, scale, threads, cancellation);
        int[] counts = new int[graph.Count];
        Blocks.Run(graph.Count, BlockRows, threads, (_, first, end) =>
        {
            if (symmetry == AffinitySymmetry.None)
            {
                work.Multiply(first, end);
            }
            else
            {
                work.Pair(first, end, counts);
            }
        }, cancellation);
        OneSided<float> others = new(counts, graph.NeighborRows.PieceRows);
        Blocks.Run(graph.Count, BlockRows, threads, (_, first, end) => work.Send(first, end, others), cancellation);
        return work.Assemble(others, release);
    }

    /// <summary>Gives every entry the value of its pair: mutual ones that of both, one-sided ones theirs and a minus.</summary>
    /// <param name="graph">Holds the columns of the weights.</param>
    /// <param name="weights">R, 0 where there is no entry; changed.</param>
    /// <param name="scale">Factor on every result.</param>
    /// <param name="threads">Cores to use.</param>
    /// <param name="cancellation">Stops between blocks.</param>
    /// <returns>How many one-sided entries every row gets from others.</returns>
    public static int[] Average(NeighborGraph graph, RowPieces<float> weights, double scale, int threads, CancellationToken cancellation)
    {
        Symmetrization work = new(graph, weights, AffinitySymmetry.Average, scale, threads, cancellation);
        int[] counts = new int[graph.Count];
        Blocks.Run(graph.Count, BlockRows, threads, (_, first, end) => work.Pair(first, end, counts), cancellation);
        return counts;
    }

    private void Multiply(int first, int end)
    {
        for (int i = first; i < end; i++)
        {
            foreach (ref float weight in weights.Row(i))
            {
                weight = Held(weight * scale);
            }
        }
    }

    /// <summary>Gives mutual pairs their value, done by the lower end; one-sided ones get theirs and a minus, and are counted at the other end.</summary>
    private void Pair(int first, int end, int[] counts)
    {
        for (int at = first; at < end; at++)
        {
            int i = PointAt(at);
            Span<float> own = weights.Row(i);
            ReadOnlySpan<int> others = neighbors.Row(i);
            for (int k = 0; k < others.Length; k++)
            {
                int j = others[k];
                int back = neighbors.Row(j).IndexOf(i);
                if (back < 0)
                {
                    float value = Held(Combine(own[k], 0) * scale);
                    own[k] = -value;
                    Interlocked.Add(ref counts[j], value > 0 ? 1 : 0);
                }
                else if (i < j)
                {
                    ref float other = ref weights.Row(j)[back];
                    own[k] = Held(Combine(own[k], other) * scale);
                    other = own[k];
                }
            }
        }
    }

    /// <summary>The same to the bit with both changed.</summary>
    private double Combine(double forward, double backward) => symmetry switch
    {
        AffinitySymmetry.Average => 0.5 * (forward + backward),
        AffinitySymmetry.FuzzyUnion => forward + backward - (forward * backward),
        _ => Math.Sqrt(forward * backward),
    };

    /// <summary>Points are taken in an order in which neighbours stand near each other, so that their rows are still in the cache.</summary>
    private int PointAt(int at) => order.Length == 0 ? at : order[at];

    private void Send(int first, int end, OneSided<float> others)
    {
        for (int at = first; at < end; at++)
        {
            int i = PointAt(at);
            Span<float> own = weights.Row(i);
            for (int k = 0; k < own.Length; k++)
            {
                if (own[k] < 0)
                {
                    own[k] = -own[k];
                    others.Add(neighbors.Row(i)[k], i, own[k]);
                }
            }
        }
    }

    private SparseRows Assemble(OneSided<float> others, bool release)
    {
        int pieces = Blocks.Count(neighbors.Rows, neighbors.PieceRows);
        SparseRows result = new(neighbors.PieceRows, new int[pieces][], new int[pieces][], new float[pieces][]);
        for (int piece = 0; piece < pieces; piece++)
        {
            int first = piece * neighbors.PieceRows;
            int rows = Math.Min(neighbors.PieceRows, neighbors.Rows - first);
            int[] ends = result.Ends[piece] = Ends(first, rows, others);
            int[] columns = result.Columns[piece] = GC.AllocateUninitializedArray<int>(rows == 0 ? 0 : ends[^1]);
            float[] values = result.Values[piece] = GC.AllocateUninitializedArray<float>(columns.Length);
            Blocks.Run(rows, BlockRows, threads, (_, from, to) =>
            {
                for (int row = from; row < to; row++)
                {
                    Range range = (row == 0 ? 0 : ends[row - 1])..ends[row];
                    Fill(first + row, others, columns.AsSpan(range), values.AsSpan(range));
                }
            }, cancellation);
            Release(piece, others, release);
        }

        return result;
    }

    private int[] Ends(int first, int rows, OneSided<float> others)
    {
        int[] ends = new int[rows];
        int sum = 0;
        for (int row = 0; row < rows; row++)
        {
            ReadOnlySpan<float> own = weights.Row(first + row);
            sum += own.Length - own.Count(0f) + others.Length(first + row);
            ends[row] = sum;
        }

        return ends;
    }

    private void Fill(int row, OneSided<float> others, Span<int> columns, Span<float> values)
    {
        ReadOnlySpan<int> ownColumns = neighbors.Row(row);
        ReadOnlySpan<float> own = weights.Row(row);
        int count = 0;
        for (int k = 0; k < own.Length; k++)
        {
            if (own[k] != 0)
            {
                columns[count] = ownColumns[k];
                values[count++] = own[k];
            }
        }

        others.Columns(row).CopyTo(columns[count..]);
        others.Values(row).CopyTo(values[count..]);
        RankSort.Sort(columns, values);
    }

    /// <summary>A collection now and then keeps what was given back from standing beside what is new.</summary>
    private void Release(int piece, OneSided<float> others, bool release)
    {
        weights.Release(piece);
        others.Release(piece);
        if (release)
        {
            neighbors.Release(piece);
        }

        if (isLarge && piece % PiecesPerCollection == PiecesPerCollection - 1)
        {
            GC.Collect();
        }
    }

    /// <summary>The value, or 0 if a float cannot hold it.</summary>
    private static float Held(double value) => float.IsNormal((float)value) ? (float)value : 0;
}
