using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Vicinity;

public readonly partial struct Lanes
{
    /// <summary>The first sixteen numbers of a span; missing ones are 0.</summary>
    /// <param name="values">Any length.</param>
    public static Lanes Load(ReadOnlySpan<float> values)
    {
        if (values.Length >= Count)
        {
            return new(Vector512.LoadUnsafe(ref MemoryMarshal.GetReference(values)));
        }

        Span<float> padded = stackalloc float[Count];
        padded.Clear();
        values.CopyTo(padded);
        return new(Vector512.LoadUnsafe(ref MemoryMarshal.GetReference(padded)));
    }

    /// <summary>Writes the lanes to the beginning of a span, as many as it has room for.</summary>
    /// <param name="destination">Any length.</param>
    public void Store(Span<float> destination)
    {
        if (destination.Length >= Count)
        {
            Value.StoreUnsafe(ref MemoryMarshal.GetReference(destination));
            return;
        }

        Span<float> all = stackalloc float[Count];
        Value.StoreUnsafe(ref MemoryMarshal.GetReference(all));
        all[..destination.Length].CopyTo(destination);
    }

    /// <summary>Sixteen numbers from <paramref name="index"/> on; the caller owes that they exist.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Lanes Load(ref float origin, int index) => new(Vector512.LoadUnsafe(ref origin, (nuint)index));

    /// <summary>Writes sixteen numbers from <paramref name="index"/> on; the caller owes that they exist.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal void Store(ref float origin, int index) => Value.StoreUnsafe(ref origin, (nuint)index);

    /// <summary>The numbers at sixteen places; the caller owes that they exist.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static unsafe Lanes Gather(float* origin, int* places)
    {
        if (Avx2.IsSupported)
        {
            Vector256<float> low = Avx2.GatherVector256(origin, Vector256.Load(places), sizeof(float));
            Vector256<float> high = Avx2.GatherVector256(origin, Vector256.Load(places + 8), sizeof(float));
            return new(low.ToVector512Unsafe().WithUpper(high));
        }

        Unsafe.SkipInit(out Vector512<float> gathered);
        float* lanes = (float*)&gathered;
        for (int lane = 0; lane < Count; lane++)
        {
            lanes[lane] = origin[places[lane]];
        }

        return new(gathered);
    }
}
