using System.Runtime.CompilerServices;

namespace Vicinity;

/// <summary>
/// Some points of one leaf, which go through the tree together: what they meet becomes one list of charges, whose sums are taken for each
/// of them when the list is full.
/// </summary>
internal unsafe ref struct TreeGroup<TKernel, TDimensions>
    where TKernel : struct, IKernel
    where TDimensions : struct, IDimensions
{
    /// <summary>Points that go together at most.</summary>
    public const int Size = PointTree<TDimensions>.LeafSize;

    /// <summary>Numbers of room that a list needs.</summary>
    public const int RoomLength = 4 * Capacity;

    private const int Capacity = 1024;

    private readonly TKernel kernel;
    private readonly PointTree<TDimensions> tree;
    private readonly TreeCell leaf;
    private readonly int first;
    private readonly int end;
    private readonly float* list;
    private readonly RowForce* sums;
    private int listed;
    private int ownFirst;
    private int ownEnd;
    private int ownAt;

    /// <param name="kernel">w and psi.</param>
    /// <param name="tree">The tree, with charges.</param>
    /// <param name="leaf">The leaf.</param>
    /// <param name="first">The first of the points.</param>
    /// <param name="end">The point after the last one.</param>
    /// <param name="room">Room for the list.</param>
    /// <param name="sums">One for every point.</param>
    public TreeGroup(TKernel kernel, PointTree<TDimensions> tree, TreeCell leaf, int first, int end, float* room, RowForce* sums)
    {
        this.kernel = kernel;
        this.tree = tree;
        this.leaf = leaf;
        this.first = first;
        this.end = end;
        list = room;
        this.sums = sums;
        new Span<RowForce>(sums, end - first).Clear();
    }

    /// <summary>Writes sum_j c_j w_ij and sum_j c_j psi_ij w_ij (y_i - y_j) over all other points.</summary>
    /// <param name="squaredTheta">A cell is one charge to points from which it is further than its width over theta.</param>
    /// <param name="clump">Leaves of too many points whose squared width is at most this are one charge to all, their own points too.</param>
    [MethodImpl(HotLoop.Alone)]
    public void Run(float squaredTheta, float clump)
    {
        float* box = stackalloc float[6];
        FindBox(box);
        ReadOnlySpan<TreeCell> cells = tree.Cells;
        for (int at = 0; at < cells.Length;)
        {
            ref readonly TreeCell cell = ref cells[at];
            bool isLeaf = cell.Next == at + 1;
            bool isOwn = cell.First <= first && first < cell.End;
            if (isLeaf && cell.End - cell.First > Size && cell.SquaredWidth <= clump)
            {
                AddCharge(cell);
            }
            else if (!isOwn && cell.SquaredWidth < squaredTheta * SquaredDistance(box, cell))
            {
                AddCharge(cell);
            }
            else if (isLeaf)
            {
                AddPoints(cell);
            }
            else
            {
                at++;
                continue;
            }

            at = cell.Next;
        }

        TakeSums();
        if (leaf.End - leaf.First > Size && leaf.SquaredWidth <= clump)
        {
            LeaveOutThemselves();
        }
    }

    private readonly void FindBox(float* box)
    {
        for (int d = 0; d < 3; d++)
        {
            float* axis = tree.Axes + (d * tree.Length);
            (box[d], box[3 + d]) = d < default(TDimensions).Count ? (axis[first], axis[first]) : (0, 0);
            for (int i = first + 1; d < default(TDimensions).Count && i < end; i++)
            {
                box[d] = Math.Min(box[d], axis[i]);
                box[3 + d] = Math.Max(box[3 + d], axis[i]);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static float SquaredDistance(float* box, in TreeCell cell)
    {
        float x = Beyond(box[0], box[3], cell.X);
        float y = default(TDimensions).Count > 1 ? Beyond(box[1], box[4], cell.Y) : 0;
        float z = default(TDimensions).Count > 2 ? Beyond(box[2], box[5], cell.Z) : 0;
        return (x * x) + (y * y) + (z * z);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static float Beyond(float low, float high, float at) => Math.Max(0, Math.Max(low - at, at - high));

    private void AddCharge(in TreeCell cell)
    {
        MakeRoom();
        list[listed] = cell.X;
        list[Capacity + listed] = cell.Y;
        list[(2 * Capacity) + listed] = cell.Z;
        list[(3 * Capacity) + listed] = cell.Charge;
        listed++;
    }

    private void AddPoints(in TreeCell cell)
    {
        for (int i = cell.First; i < cell.End;)
        {
            MakeRoom();
            int length = Math.Min(cell.End - i, Capacity - listed);
            if (cell.First == leaf.First)
            {
                (ownFirst, ownEnd, ownAt) = (i, i + length, listed);
            }

            for (int d = 0; d < default(TDimensions).Count; d++)
            {
                new Span<float>(tree.Axes + (d * tree.Length) + i, length).CopyTo(new(list + (d * Capacity) + listed, length));
            }

            new Span<float>(tree.Charges + i, length).CopyTo(new(list + (3 * Capacity) + listed, length));
            listed += length;
            i += length;
        }
    }

    private void MakeRoom()
    {
        if (listed == Capacity)
        {
            TakeSums();
        }
    }

    /// <summary>Takes the sums over the list, and empties it.</summary>
    private void TakeSums()
    {
        int padded = Coordinates.PaddedLength(listed);
        for (int d = 0; d < 4; d++)
        {
            new Span<float>(list + (d * Capacity) + listed, padded - listed).Clear();
        }

        for (int i = first; i < end; i++)
        {
            int self = i >= ownFirst && i < ownEnd ? ownAt + i - ownFirst : -1;
            RowForce part = DirectSum<TKernel, TDimensions>.Of(
                kernel, list, Capacity, listed, list + (3 * Capacity), tree.Axes + i, tree.Length, self);
            sums[i - first].Weight += part.Weight;
            sums[i - first].Add(part.X, part.Y, part.Z);
        }

        (listed, ownFirst, ownEnd) = (0, 0, 0);
    }

    /// <summary>The charge of their clump holds the points' own, at no distance.</summary>
    private readonly void LeaveOutThemselves()
    {
        double weight = Math.Exp(kernel.LogWeight(0, 1));
        for (int i = first; i < end; i++)
        {
            sums[i - first].Weight -= weight * tree.Charges[i];
        }
    }
}
