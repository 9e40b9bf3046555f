using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Vicinity;

/// <summary>Numbers of at least 0 in two bytes: five bits of exponent, eleven of fraction.</summary>
/// <remarks>
/// With l = 2^(top - 32) a code c stands for the float of bits (c 2^12) above those of l, less l: so 0 is 0, numbers near 2^top are within 1/8192 of
/// their size, and none from 2^(top - 28) up is off by more than 1/6800.
/// </remarks>
internal static class ShortFloat
{
    private const int Shift = 12;
    private const int Octaves = 32;
    private const int LeastTop = Octaves - 126;
    private const int ExponentBias = 127;
    private const int FractionBits = 23;

    /// <summary>The least top for numbers of at most <paramref name="most"/>.</summary>
    public static int Top(float most) => most > 0 ? Math.Max(LeastTop, Math.ILogB(most) + 1) : LeastTop;

    /// <summary>The nearest code; a half goes up, and no number above 0 becomes 0.</summary>
    /// <param name="value">At least 0, below 2^top.</param>
    /// <param name="top">Of all numbers of a table.</param>
    public static ushort Encode(float value, int top)
    {
        float least = Least(top);
        uint above = BitConverter.SingleToUInt32Bits(value + least) - BitConverter.SingleToUInt32Bits(least);
        return value > 0 ? (ushort)Math.Clamp((above + (1 << (Shift - 1))) >> Shift, 1, ushort.MaxValue) : (ushort)0;
    }

    /// <summary>What a code stands for.</summary>
    public static float Decode(ushort code, int top)
    {
        float least = Least(top);
        return BitConverter.UInt32BitsToSingle(BitConverter.SingleToUInt32Bits(least) + ((uint)code << Shift)) - least;
    }

    /// <summary>What sixteen codes stand for; the caller owes that they exist.</summary>
    /// <param name="codes">The first of them.</param>
    /// <param name="least">2^(top - 32) in all lanes, see <see cref="Least"/>.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static unsafe Lanes Decode(ushort* codes, Lanes least)
    {
        Vector512<uint> wide = Vector512.WidenLower(Vector256.Load(codes).ToVector512Unsafe());
        return new((Vector512.ShiftLeft(wide, Shift) + least.Value.AsUInt32()).AsSingle() - least.Value);
    }

    /// <summary>2^(top - 32).</summary>
    public static float Least(int top) => BitConverter.Int32BitsToSingle((top - Octaves + ExponentBias) << FractionBits);
}
