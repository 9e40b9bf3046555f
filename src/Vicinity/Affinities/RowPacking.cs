using System.Buffers;

namespace Vicinity;

/// <summary>J = (R + R^T) scale / 2 of a graph that has an order of its own, packed and in that order.</summary>
/// <remarks>Every table is given back piece by piece while the next one grows: weights for codes, graph and codes for the result.</remarks>
internal sealed class RowPacking
{
    private const int BlockRows = 256;
    private const int PiecesPerCollection = 8;

    /// <summary>What the calibration of a point has left behind, about.</summary>
    private const int CalibrationBytes = 64;

    private readonly RowPieces<int> neighbors;
    private readonly RowPieces<float> weights;
    private readonly RowPieces<ushort> codes;
    private OneSided<ushort> others = new([], 1);
    private readonly float most;
    private readonly int threads;
    private readonly CancellationToken cancellation;

    private RowPacking(RowPieces<int> neighbors, RowPieces<float> weights, int threads, CancellationToken cancellation)
    {
        this.neighbors = neighbors;
        this.weights = weights;
        this.threads = threads;
        this.cancellation = cancellation;
        most = Largest();
        codes = new(weights.Rows, weights.Width);
    }

    /// <summary>Makes the rows.</summary>
    /// <param name="graph">With an order; the columns of the weights, which are given back if <paramref name="release"/>.</param>
    /// <param name="weights">R, 0 where there is no entry; consumed.</param>
    /// <param name="scale">Factor on every result.</param>
    /// <param name="release">Whether nobody needs the neighbours any longer.</param>
    /// <param name="threads">Cores to use.</param>
    /// <param name="cancellation">Stops between blocks.</param>
    public static PackedRows Run(NeighborGraph graph, RowPieces<float> weights, double scale, bool release, int threads, CancellationToken cancellation)
    {
        int[] counts = Symmetrization.Average(graph, weights, scale, threads, cancellation);
        LargeArrays.LetGo((long)graph.Count * CalibrationBytes);
        RowPacking work = new(graph.NeighborRows, weights, threads, cancellation);
        int top = ShortFloat.Top(work.most);
        work.ForAll(row => work.Encode(row, top), weights.Release);
        work.others = new(counts, graph.NeighborRows.PieceRows);
        work.ForAll(work.Send, static _ => { });
        PackedRows result = new(graph.Order, work.Lengths(), work.most);
        work.ForAll(row => work.Fill(row, result), piece => work.Release(piece, release));
        return result;
    }

    /// <summary>Visits all rows, and gives back each piece that is done.</summary>
    private void ForAll(Action<int> visit, Action<int> release)
    {
        long bytes = (long)PiecesPerCollection * neighbors.PieceRows * neighbors.Width * sizeof(float);
        for (int piece = 0; piece < Blocks.Count(neighbors.Rows, neighbors.PieceRows); piece++)
        {
            int first = piece * neighbors.PieceRows;
            Blocks.Run(Math.Min(neighbors.PieceRows, neighbors.Rows - first), BlockRows, threads, (_, from, to) =>
            {
                for (int row = first + from; row < first + to; row++)
                {
                    visit(row);
                }
            }, cancellation);
            release(piece);
            LargeArrays.LetGo(piece % PiecesPerCollection == PiecesPerCollection - 1 ? bytes : 0);
        }
    }

    private float Largest()
    {
        float[] largest = new float[Blocks.Count(weights.Rows, BlockRows)];
        Blocks.Run(weights.Rows, BlockRows, threads, (block, first, end) =>
        {
            for (int row = first; row < end; row++)
            {
                foreach (float value in weights.Row(row))
                {
                    largest[block] = Math.Max(largest[block], Math.Abs(value));
                }
            }
        }, cancellation);
        return largest.DefaultIfEmpty(0).Max();
    }

    /// <summary>Writes the codes of a row; neighbours of one-sided entries are negated until they are sent.</summary>
    private void Encode(int row, int top)
    {
        ReadOnlySpan<float> values = weights.Row(row);
        Span<int> columns = neighbors.Row(row);
        Span<ushort> own = codes.Row(row);
        for (int k = 0; k < own.Length; k++)
        {
            own[k] = ShortFloat.Encode(Math.Abs(values[k]), top);
            columns[k] = values[k] < 0 ? ~columns[k] : columns[k];
        }
    }

    /// <summary>Sends the one-sided entries of a row to their other ends.</summary>
    private void Send(int row)
    {
        Span<int> columns = neighbors.Row(row);
        for (int k = 0; k < columns.Length; k++)
        {
            if (columns[k] < 0)
            {
                columns[k] = ~columns[k];
                others.Add(columns[k], row, codes.Row(row)[k]);
            }
        }
    }

    private int[] Lengths()
    {
        int[] lengths = new int[neighbors.Rows];
        Blocks.Run(lengths.Length, BlockRows, threads, (_, first, end) =>
        {
            int[] counts = new int[PackedRows.StretchesOf(lengths.Length)];
            for (int row = first; row < end; row++)
            {
                Count(row, counts);
                lengths[row] = PackedRows.PaddedLength(counts);
            }
        }, cancellation);
        return lengths;
    }

    /// <summary>Counts the entries of a row in each stretch.</summary>
    private void Count(int row, int[] counts)
    {
        Array.Clear(counts);
        ReadOnlySpan<int> columns = neighbors.Row(row);
        ReadOnlySpan<ushort> own = codes.Row(row);
        for (int k = 0; k < own.Length; k++)
        {
            counts[PackedRows.StretchOf(columns[k])] += own[k] != 0 ? 1 : 0;
        }

        foreach (int other in others.Columns(row))
        {
            counts[PackedRows.StretchOf(other)]++;
        }
    }

    private void Fill(int row, PackedRows result)
    {
        ReadOnlySpan<int> ownColumns = neighbors.Row(row);
        ReadOnlySpan<ushort> own = codes.Row(row);
        int most = own.Length + others.Length(row);
        int[] columns = ArrayPool<int>.Shared.Rent(most);
        ushort[] to = ArrayPool<ushort>.Shared.Rent(most);
        int count = 0;
        for (int k = 0; k < own.Length; k++)
        {
            if (own[k] != 0)
            {
                columns[count] = ownColumns[k];
                to[count++] = own[k];
            }
        }

        others.Columns(row).CopyTo(columns.AsSpan(count));
        others.Values(row).CopyTo(to.AsSpan(count));
        count += others.Length(row);
        result.Fill(row, columns.AsSpan(0, count), to.AsSpan(0, count));
        ArrayPool<int>.Shared.Return(columns);
        ArrayPool<ushort>.Shared.Return(to);
    }

    private void Release(int piece, bool release)
    {
        codes.Release(piece);
        others.Release(piece);
        if (release)
        {
            neighbors.Release(piece);
        }
    }
}
