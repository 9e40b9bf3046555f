using System.Numerics;
using System.Runtime.InteropServices;

namespace Vicinity;

/// <summary>
/// The points of a map in cells that are halved along every axis, as often as it takes to leave at most <see cref="LeafSize"/> points in
/// each. Points stand in Morton order, so a cell is a range of them; a cell whose points all lie in one of its parts is left out.
/// </summary>
/// <remarks>At most 2 n cells, whatever the map; as a rule n / 10.</remarks>
internal sealed unsafe class PointTree<TDimensions>
    where TDimensions : struct, IDimensions
{
    /// <summary>docs/decisions/0015-barnes-hut.md.</summary>
    public const int LeafSize = 64;

    private const int BlockSize = 4096;
    private const int LeavesPerBlock = 64;

    private readonly OrderedPoints points;
    private readonly MortonOrder morton;
    private readonly int threads;
    private readonly List<TreeCell> cells = [];
    private readonly List<int> leaves = [];
    private readonly PinnedBuffer<float> axes;
    private readonly PinnedBuffer<float> charges;
    private double unit;

    public PointTree(OrderedPoints points, int threads)
    {
        this.points = points;
        this.threads = threads;
        morton = new(points.Count, default(TDimensions).Count, threads);
        axes = new(points.Length * default(TDimensions).Count);
        charges = new(points.Length);
    }

    /// <summary>A cell comes before those within it.</summary>
    public ReadOnlySpan<TreeCell> Cells => CollectionsMarshal.AsSpan(cells);

    /// <summary>The cells that are not divided.</summary>
    public ReadOnlySpan<int> Leaves => CollectionsMarshal.AsSpan(leaves);

    /// <summary>The place of every point of the tree's order.</summary>
    public int[] Places => morton.Order;

    /// <summary>Coordinates in the tree's order, one stretch of <see cref="Length"/> per dimension.</summary>
    public float* Axes => axes.Pointer;

    /// <summary>c in the tree's order.</summary>
    public float* Charges => charges.Pointer;

    /// <summary>Way from one axis to the next.</summary>
    public int Length => points.Length;

    /// <summary>Divides the points as they are.</summary>
    public void Build()
    {
        morton.Sort(points.Axes.Pointer, points.Length, points.Low, points.Span);
        unit = points.Span / ((1L << morton.Bits) - 1);
        cells.Clear();
        leaves.Clear();
        Divide(0, points.Count);
        for (int d = 0; d < default(TDimensions).Count; d++)
        {
            Take(points.Axes.Pointer + (d * Length), Axes + (d * Length));
        }
    }

    /// <summary>Sums the charges of all cells.</summary>
    /// <param name="charge">c at the places, at least 0; null for 1.</param>
    public void Charge(float* charge)
    {
        if (charge == null)
        {
            charges.Span[..points.Count].Fill(1);
        }
        else
        {
            Take(charge, Charges);
        }

        Blocks.Run(leaves.Count, LeavesPerBlock, threads, (_, first, end) =>
        {
            foreach (int leaf in Leaves[first..end])
            {
                ChargeLeaf(ref CollectionsMarshal.AsSpan(cells)[leaf]);
            }
        });
        for (int at = cells.Count - 1; at >= 0; at--)
        {
            if (cells[at].Next > at + 1)
            {
                ChargeFromParts(at);
            }
        }
    }

    private void Take(float* from, float* to) => Blocks.Run(points.Count, BlockSize, threads, (_, first, end) =>
    {
        for (int i = first; i < end; i++)
        {
            to[i] = from[Places[i]];
        }
    });

    /// <summary>Adds the smallest cell that holds some points, and those within it.</summary>
    private void Divide(int first, int end)
    {
        int dimensions = default(TDimensions).Count;
        int highest = 63 - BitOperations.LeadingZeroCount(morton.Keys[first] ^ morton.Keys[end - 1]);
        double width = end - first == 1 ? 0 : unit * Math.ScaleB(1, highest < 0 ? 0 : (highest / dimensions) + 1);
        int at = cells.Count;
        cells.Add(new(first, end, (float)(width * width)));
        if (end - first <= LeafSize || highest < 0)
        {
            leaves.Add(at);
        }
        else
        {
            int shift = highest / dimensions * dimensions;
            for (int part = first; part < end;)
            {
                int partEnd = EndOfPart(part, end, shift);
                Divide(part, partEnd);
                part = partEnd;
            }
        }

        CollectionsMarshal.AsSpan(cells)[at].Next = cells.Count;
    }

    /// <summary>The first point whose key differs from that of another one above some bits.</summary>
    private int EndOfPart(int part, int end, int shift)
    {
        ulong prefix = morton.Keys[part] >> shift;
        int inside = part;
        while (end - inside > 1)
        {
            int middle = inside + ((end - inside) / 2);
            (inside, end) = morton.Keys[middle] >> shift == prefix ? (middle, end) : (inside, middle);
        }

        return end;
    }

    private void ChargeLeaf(ref TreeCell leaf)
    {
        double charge = 0;
        Span<double> sums = stackalloc double[3];
        sums.Clear();
        for (int i = leaf.First; i < leaf.End; i++)
        {
            charge += Charges[i];
            for (int d = 0; d < default(TDimensions).Count; d++)
            {
                sums[d] += (double)Charges[i] * Axes[(d * Length) + i];
            }
        }

        Set(ref leaf, charge, sums, leaf.First);
    }

    private void ChargeFromParts(int at)
    {
        Span<TreeCell> all = CollectionsMarshal.AsSpan(cells);
        double charge = 0;
        Span<double> sums = stackalloc double[3];
        sums.Clear();
        for (int part = at + 1; part < all[at].Next; part = all[part].Next)
        {
            ref TreeCell cell = ref all[part];
            charge += cell.Charge;
            sums[0] += (double)cell.Charge * cell.X;
            sums[1] += (double)cell.Charge * cell.Y;
            sums[2] += (double)cell.Charge * cell.Z;
        }

        Set(ref all[at], charge, sums, all[at].First);
    }

    /// <summary>Without a charge a cell stands where its first point does.</summary>
    private void Set(ref TreeCell cell, double charge, ReadOnlySpan<double> sums, int first)
    {
        double Center(double sum, int d) => charge > 0 ? sum / charge : d < default(TDimensions).Count ? Axes[(d * Length) + first] : 0;

        cell.Charge = (float)charge;
        cell.X = (float)Center(sums[0], 0);
        cell.Y = (float)Center(sums[1], 1);
        cell.Z = (float)Center(sums[2], 2);
    }
}
