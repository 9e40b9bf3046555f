namespace Vicinity;

/// <summary>Entries of a table of edges, sixteen from one on that begins a chunk.</summary>
internal unsafe interface IEdges
{
    /// <summary>v_ij + v_ji.</summary>
    Lanes Pulls(nint k);

    /// <summary>The other ends' numbers along one axis.</summary>
    Lanes Along(float* axis, nint k);

    /// <summary>The other ends' x and y, which stand side by side.</summary>
    void Pairs(float* pairs, nint k, out Lanes x, out Lanes y);

    /// <summary>Tells the memory that they will be read soon; they need not exist.</summary>
    void Prefetch(nint k);
}
