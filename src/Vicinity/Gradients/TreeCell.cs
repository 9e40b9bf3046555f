namespace Vicinity;

/// <summary>A cell of a tree, with its points seen as one.</summary>
/// <param name="First">Its first point in the order of the tree.</param>
/// <param name="End">The point after its last one.</param>
/// <param name="SquaredWidth">The square of its full edge; 0 for a single point.</param>
internal record struct TreeCell(int First, int End, float SquaredWidth)
{
    /// <summary>The cell after this one and all within it.</summary>
    public int Next;

    /// <summary>sum c over its points.</summary>
    public float Charge;

    /// <summary>sum c y / sum c, the centre of charge.</summary>
    public float X;
    public float Y;
    public float Z;
}
