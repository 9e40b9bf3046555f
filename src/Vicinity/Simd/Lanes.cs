using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Vicinity;

/// <summary>Sixteen numbers that are computed side by side, the same bits on every machine.</summary>
/// <remarks>
/// One body of code serves 512-, 256- and 128-bit hardware: every operation is exact, correctly rounded or built of such, and
/// <see cref="Sum"/> adds in one fixed order. Kernels and divergences are written with it (<see cref="IKernel"/>, <see cref="IDivergence"/>).
/// </remarks>
public readonly partial struct Lanes
{
    /// <summary>How many numbers there are, 16.</summary>
    public const int Count = 16;

    internal readonly Vector512<float> Value;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal Lanes(Vector512<float> value) => Value = value;

    /// <summary>Sixteen zeros.</summary>
    public static Lanes Zero
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => new(Vector512<float>.Zero);
    }

    /// <summary>The number of each lane, 0 ... 15.</summary>
    public static Lanes Indices
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => new(Vector512.Create(0f, 1f, 2f, 3f, 4f, 5f, 6f, 7f, 8f, 9f, 10f, 11f, 12f, 13f, 14f, 15f));
    }

    /// <summary>One number in all lanes.</summary>
    /// <param name="value">Any number.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes Broadcast(float value) => new(Vector512.Create(value));

    /// <summary>a + b.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes operator +(Lanes a, Lanes b) => new(a.Value + b.Value);

    /// <summary>a - b.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes operator -(Lanes a, Lanes b) => new(a.Value - b.Value);

    /// <summary>-a.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes operator -(Lanes a) => new(-a.Value);

    /// <summary>a b.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes operator *(Lanes a, Lanes b) => new(a.Value * b.Value);

    /// <summary>a / b, correctly rounded.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes operator /(Lanes a, Lanes b) => new(a.Value / b.Value);

    /// <summary>Where a &lt; b; false for NaN.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static LaneMask operator <(Lanes a, Lanes b) => new(Vector512.LessThan(a.Value, b.Value));

    /// <summary>Where a &gt; b; false for NaN.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static LaneMask operator >(Lanes a, Lanes b) => new(Vector512.GreaterThan(a.Value, b.Value));

    /// <summary>Where a = b; false for NaN. (A method, since a struct of numbers has no single truth to offer an operator ==.)</summary>
    /// <param name="a">Any numbers.</param>
    /// <param name="b">Any numbers.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static LaneMask AreEqual(Lanes a, Lanes b) => new(Vector512.Equals(a.Value, b.Value));

    /// <summary>a b + c, rounded once.</summary>
    /// <param name="a">Factor.</param>
    /// <param name="b">Factor.</param>
    /// <param name="c">Addend.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes FusedMultiplyAdd(Lanes a, Lanes b, Lanes c) => new(Vector512.FusedMultiplyAdd(a.Value, b.Value, c.Value));

    /// <summary>The first where the mask is true, else the second; the other value may be anything, NaN too.</summary>
    /// <param name="mask">Which lanes take <paramref name="ifTrue"/>.</param>
    /// <param name="ifTrue">Values of the true lanes.</param>
    /// <param name="ifFalse">Values of the others.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes Select(LaneMask mask, Lanes ifTrue, Lanes ifFalse) =>
        new(Vector512.ConditionalSelect(mask.Value, ifTrue.Value, ifFalse.Value));

    /// <summary>The smaller one; if one is NaN, b where the hardware says so, else NaN.</summary>
    /// <param name="a">Any numbers.</param>
    /// <param name="b">Any numbers.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes Min(Lanes a, Lanes b) => new(Vector512.MinNative(a.Value, b.Value));

    /// <summary>The larger one; if one is NaN, b where the hardware says so, else NaN.</summary>
    /// <param name="a">Any numbers.</param>
    /// <param name="b">Any numbers.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes Max(Lanes a, Lanes b) => new(Vector512.MaxNative(a.Value, b.Value));

    /// <summary>The value without its sign.</summary>
    /// <param name="a">Any numbers.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes Abs(Lanes a) => new(Vector512.Abs(a.Value));

    /// <summary>The square root, correctly rounded; NaN below 0.</summary>
    /// <param name="a">At least 0.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes Sqrt(Lanes a) => new(Vector512.Sqrt(a.Value));

    /// <summary>The sum of all lanes in double, always added in the same order: halves upon each other, 16, 8, 4, 2, 1.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public double Sum()
    {
        (Vector512<double> low, Vector512<double> high) = Vector512.Widen(Value);
        Vector512<double> eight = low + high;
        Vector256<double> four = eight.GetLower() + eight.GetUpper();
        Vector128<double> two = four.GetLower() + four.GetUpper();
        return two.GetElement(0) + two.GetElement(1);
    }

    /// <summary>The sum of all lanes in float, added like <see cref="Sum"/>: for short rows, where widening would cost as much as the row.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal float QuickSum()
    {
        Vector256<float> eight = Value.GetLower() + Value.GetUpper();
        Vector128<float> four = eight.GetLower() + eight.GetUpper();
        Vector128<float> two = four + Vector128.Shuffle(four, Vector128.Create(2, 3, 0, 1));
        return (two + Vector128.Shuffle(two, Vector128.Create(1, 0, 3, 2))).ToScalar();
    }
}
