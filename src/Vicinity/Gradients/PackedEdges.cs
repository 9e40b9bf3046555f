using System.Runtime.CompilerServices;

namespace Vicinity;

/// <summary>Edges as they stand in a packed P, twice p.</summary>
internal readonly unsafe struct PackedEdges(PackedRows rows) : IEdges
{
    private readonly ushort* columns = rows.Columns.Pointer;
    private readonly ushort* stretches = rows.Stretches.Pointer;
    private readonly ushort* codes = rows.Codes.Pointer;
    private readonly float least = 2 * ShortFloat.Least(rows.Top);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Lanes Pulls(nint k) => ShortFloat.Decode(codes + k, Lanes.Broadcast(least));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Lanes Along(float* axis, nint k) => Lanes.Gather(axis + Base(k), columns + k);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Pairs(float* pairs, nint k, out Lanes x, out Lanes y) => Lanes.GatherPairs(pairs + (2 * Base(k)), columns + k, out x, out y);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Prefetch(nint k) => Lanes.Prefetch(columns + k, codes + k);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private nint Base(nint k) => PackedRows.StretchStart(stretches[(nuint)k / Lanes.Count]);
}
