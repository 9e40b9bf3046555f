namespace Vicinity;

/// <summary>What a model was made of, and so what new points are.</summary>
internal enum RowKind
{
    /// <summary>Rows of a dense table.</summary>
    Dense,

    /// <summary>Rows of a sparse table.</summary>
    Sparse,

    /// <summary>Distances; new points come as their distances to all points of the map.</summary>
    Distances,
}
