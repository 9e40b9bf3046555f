using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Vicinity;

/// <summary>The ways from sixteen points to one.</summary>
internal readonly ref struct RowGeometry<TDimensions>(Coordinates positions, int i)
    where TDimensions : struct, IDimensions
{
    private readonly ref float axes = ref MemoryMarshal.GetReference(positions.All);
    private readonly int stride = positions.Stride;
    private readonly int count = positions.Count;

    /// <summary>y_i - y_j of one dimension, for the sixteen points from j on; 0 in dimensions that there are not.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Lanes Difference(int dimension, int j) => dimension < default(TDimensions).Count
        ? Lanes.Broadcast(Unsafe.Add(ref axes, (dimension * stride) + i)) - Lanes.Load(ref axes, (dimension * stride) + j)
        : Lanes.Zero;

    /// <summary>f of the differences.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes Squared(Lanes dx, Lanes dy, Lanes dz)
    {
        Lanes f = dx * dx;
        f = default(TDimensions).Count > 1 ? Lanes.FusedMultiplyAdd(dy, dy, f) : f;
        return default(TDimensions).Count > 2 ? Lanes.FusedMultiplyAdd(dz, dz, f) : f;
    }

    /// <summary>f for the sixteen points from j on.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Lanes Squared(int j) => Squared(Difference(0, j), Difference(1, j), Difference(2, j));

    /// <summary>True if some of the sixteen points from j on do not exist or do not come after i: only the first and the last of a row.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool IsPartly(int j) => j <= i || j == stride - Lanes.Count;

    /// <summary>The values of the points from j on that exist and come after i; 0 for the others.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Lanes OfLater(int j, Lanes values) => Lanes.Select(
        (Lanes.Indices < Lanes.Broadcast(count - j)) & (Lanes.Indices > Lanes.Broadcast(i - j)), values, Lanes.Zero);

    /// <summary>The same, asked only where it can make a difference.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Lanes OfLaterIfPartly(int j, Lanes values) => IsPartly(j) ? OfLater(j, values) : values;

    /// <summary>The values of the points from j on that exist and are not i; 0 for the others.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Lanes OfOthers(int j, Lanes values) => OfOthers(j, values, Lanes.Zero);

    /// <summary>The values of the points from j on that exist and are not i, and others for the rest.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Lanes OfOthers(int j, Lanes values, Lanes rest) => Lanes.Select(
        (Lanes.Indices < Lanes.Broadcast(count - j)) & !Lanes.AreEqual(Lanes.Indices, Lanes.Broadcast(i - j)), values, rest);
}
