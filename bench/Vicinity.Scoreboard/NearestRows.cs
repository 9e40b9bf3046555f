using System.Numerics;
using System.Runtime.CompilerServices;

namespace Vicinity.Scoreboard;

/// <summary>The k nearest other rows of every row, by all distances in double, nearest first; of equally near ones the lower index.</summary>
public sealed class NearestRows
{
    /// <summary>Rows that are compared with a block of others at once.</summary>
    private const int Together = 4;
    private const int BlockSize = 512;

    private static readonly int Lanes = Vector<double>.Count;

    private readonly int[] indices;
    private readonly double[] squares;

    private NearestRows(int count, int perRow)
    {
        PerRow = perRow;
        indices = new int[count * perRow];
        squares = new double[count * perRow];
    }

    /// <summary>k.</summary>
    public int PerRow { get; }

    public ReadOnlySpan<int> Of(int i) => indices.AsSpan(i * PerRow, PerRow);

    /// <summary>The squared distances to them.</summary>
    public ReadOnlySpan<double> Squares(int i) => squares.AsSpan(i * PerRow, PerRow);

    /// <param name="table">The rows.</param>
    /// <param name="perRow">k, at most n - 1.</param>
    public static NearestRows Find(NpyTable table, int perRow)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(perRow, table.Rows - 1);
        NearestRows found = new(table.Rows, perRow);
        double[][] blocks = [.. Enumerable.Range(0, (table.Rows + BlockSize - 1) / BlockSize).Select(block => Turned(table, block * BlockSize))];
        Parallel.For(0, (table.Rows + Together - 1) / Together, group => found.Search(table, blocks, group * Together));
        return found;
    }

    /// <summary>A block of rows, some at a time, one column of them after the other; places behind the last row hold it again.</summary>
    private static double[] Turned(NpyTable table, int first)
    {
        double[] block = new double[table.Columns * BlockSize];
        for (int d = 0; d < table.Columns; d++)
        {
            for (int k = 0; k < BlockSize; k++)
            {
                block[(((k / Lanes * table.Columns) + d) * Lanes) + (k % Lanes)] = table.Row(Math.Min(first + k, table.Rows - 1))[d];
            }
        }

        return block;
    }

    private void Search(NpyTable table, double[][] blocks, int first)
    {
        double[] distances = new double[Together * BlockSize];
        int[] filled = new int[Together];
        for (int block = 0; block < blocks.Length; block++)
        {
            Measure(table, blocks[block], first, distances);
            int end = Math.Min(BlockSize, table.Rows - (block * BlockSize));
            for (int r = 0; r < Together && first + r < table.Rows; r++)
            {
                Offer(first + r, block * BlockSize, distances.AsSpan(r * BlockSize, end), ref filled[r]);
            }
        }
    }

    /// <summary>Squared distances of a few rows from all of a block.</summary>
    private static void Measure(NpyTable table, double[] block, int first, double[] distances)
    {
        int last = table.Rows - 1;
        ref double a = ref table.Values[first * table.Columns];
        ref double b = ref table.Values[Math.Min(first + 1, last) * table.Columns];
        ref double c = ref table.Values[Math.Min(first + 2, last) * table.Columns];
        ref double e = ref table.Values[Math.Min(first + 3, last) * table.Columns];
        for (int k = 0; k < BlockSize; k += Lanes)
        {
            Vector<double> toA = default;
            Vector<double> toB = default;
            Vector<double> toC = default;
            Vector<double> toE = default;
            for (int d = 0; d < table.Columns; d++)
            {
                Vector<double> other = Vector.LoadUnsafe(ref block[0], (nuint)((k * table.Columns) + (d * Lanes)));
                Vector<double> wayA = other - new Vector<double>(Unsafe.Add(ref a, d));
                Vector<double> wayB = other - new Vector<double>(Unsafe.Add(ref b, d));
                Vector<double> wayC = other - new Vector<double>(Unsafe.Add(ref c, d));
                Vector<double> wayE = other - new Vector<double>(Unsafe.Add(ref e, d));
                toA += wayA * wayA;
                toB += wayB * wayB;
                toC += wayC * wayC;
                toE += wayE * wayE;
            }

            toA.CopyTo(distances, k);
            toB.CopyTo(distances, BlockSize + k);
            toC.CopyTo(distances, (2 * BlockSize) + k);
            toE.CopyTo(distances, (3 * BlockSize) + k);
        }
    }

    /// <summary>Takes those rows of a block among the nearest that are nearer than the last of them; rows come by ascending index.</summary>
    private void Offer(int i, int begin, ReadOnlySpan<double> row, ref int filled)
    {
        Span<double> kept = squares.AsSpan(i * PerRow, PerRow);
        for (int k = 0; k < row.Length; k++)
        {
            if ((filled < PerRow || row[k] < kept[^1]) && begin + k != i)
            {
                Insert(i, begin + k, row[k], filled < PerRow ? filled++ : PerRow - 1);
            }
        }
    }

    private void Insert(int i, int j, double square, int place)
    {
        int first = i * PerRow;
        for (; place > 0 && squares[first + place - 1] > square; place--)
        {
            squares[first + place] = squares[first + place - 1];
            indices[first + place] = indices[first + place - 1];
        }

        squares[first + place] = square;
        indices[first + place] = j;
    }
}
