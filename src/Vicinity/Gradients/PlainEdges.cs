using System.Runtime.CompilerServices;

namespace Vicinity;

/// <summary>Edges in eight bytes.</summary>
internal readonly unsafe struct PlainEdges(EdgeTable table) : IEdges
{
    private readonly int* columns = table.Columns.Pointer;
    private readonly float* pulls = table.Pulls.Pointer;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Lanes Pulls(nint k) => Lanes.Load(ref *pulls, k);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Lanes Along(float* axis, nint k) => Lanes.Gather(axis, columns + k);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Pairs(float* pairs, nint k, out Lanes x, out Lanes y) => Lanes.GatherPairs(pairs, columns + k, out x, out y);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Prefetch(nint k) => Lanes.Prefetch(columns + k, pulls + k);
}
