using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Vicinity;

/// <summary>One point beside all others, sixteen of them at a time.</summary>
/// <param name="positions">Y.</param>
/// <param name="i">The point.</param>
internal readonly ref struct LaneRow<TDimensions>(Coordinates positions, int i)
    where TDimensions : struct, IDimensions
{
    /// <summary>So many points go into lane sums before these go on in double: rounding does not grow with n.</summary>
    public const int Chunk = 2048;

    private readonly ref float axes = ref MemoryMarshal.GetReference(positions.All);
    private readonly int stride = positions.Stride;
    private readonly int count = positions.Count;
    private readonly int i = i;

    /// <summary>y_i - y_j in one dimension, for the sixteen points from j on.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Lanes Difference(int dimension, int j) => dimension < default(TDimensions).Count
        ? Lanes.Broadcast(Unsafe.Add(ref axes, (dimension * stride) + i)) - Lanes.Load(ref axes, (dimension * stride) + j)
        : Lanes.Zero;

    /// <summary>f_ij, the squared distances.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes Squared(Lanes dx, Lanes dy, Lanes dz)
    {
        Lanes f = dx * dx;
        f = default(TDimensions).Count > 1 ? Lanes.FusedMultiplyAdd(dy, dy, f) : f;
        return default(TDimensions).Count > 2 ? Lanes.FusedMultiplyAdd(dz, dz, f) : f;
    }

    /// <summary>f_ij, the squared distances.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Lanes Squared(int j) => Squared(Difference(0, j), Difference(1, j), Difference(2, j));

    /// <summary>The values of the points from j on that exist and are not i; 0 for the others.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Lanes OfOthers(Lanes values, int j) =>
        j == (i & -Lanes.Count) || j == stride - Lanes.Count ? Lanes.Select(Others(j), values, Lanes.Zero) : values;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private LaneMask Others(int j) =>
        (Lanes.Indices < Lanes.Broadcast(count - j)) & !Lanes.AreEqual(Lanes.Indices, Lanes.Broadcast(i - j));
}
