using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Vicinity;

public readonly partial struct Lanes
{
    /// <summary>The first sixteen numbers of a span; missing ones are 0.</summary>
    /// <param name="values">Any length.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes Load(ReadOnlySpan<float> values) => values.Length >= Count
        ? new(Vector512.LoadUnsafe(ref MemoryMarshal.GetReference(values)))
        : LoadFew(values);

    /// <summary>Writes the lanes to the beginning of a span, as many as it has room for.</summary>
    /// <param name="destination">Any length.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Store(Span<float> destination)
    {
        if (destination.Length >= Count)
        {
            Value.StoreUnsafe(ref MemoryMarshal.GetReference(destination));
            return;
        }

        StoreFew(destination);
    }

    /// <summary>Sixteen numbers from <paramref name="index"/> on; the caller owes that they exist.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Lanes Load(ref float origin, nint index) => new(Vector512.LoadUnsafe(ref origin, (nuint)index));

    /// <summary>Writes sixteen numbers from <paramref name="index"/> on; the caller owes that they exist.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal void Store(ref float origin, int index) => Value.StoreUnsafe(ref origin, (nuint)index);

    /// <summary>The numbers at sixteen places; the caller owes that they exist.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static unsafe Lanes Gather(float* origin, int* places) => Gather(origin, Vector256.Load(places), Vector256.Load(places + 8));

    /// <summary>The same of places that are told in two bytes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static unsafe Lanes Gather(float* origin, ushort* places)
    {
        (Vector256<uint> low, Vector256<uint> high) = Vector256.Widen(Vector256.Load(places));
        return Gather(origin, low.AsInt32(), high.AsInt32());
    }

    /// <summary>Tells the memory what will be read soon; the places need not exist.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static unsafe void Prefetch(void* one, void* other)
    {
        if (Sse.IsSupported)
        {
            Sse.Prefetch0(one);
            Sse.Prefetch0(other);
        }
    }

    /// <summary>The pairs of numbers at sixteen places, taken apart; the caller owes that they exist.</summary>
    /// <remarks>Loads of eight bytes; the gather instruction was slower (docs/decisions/0011-particle-mesh.md).</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static unsafe void GatherPairs<TPlace>(float* pairs, TPlace* places, out Lanes first, out Lanes second)
        where TPlace : unmanaged, IBinaryInteger<TPlace>
    {
        if (Avx512F.IsSupported)
        {
            // A shuffle takes its sixteen numbers two by two from four quarters of either vector: the places go there in that order.
            Vector512<float> a = FourPairs(pairs, places, 0).ToVector512Unsafe().WithUpper(FourPairs(pairs, places, 8));
            Vector512<float> b = FourPairs(pairs, places, 2).ToVector512Unsafe().WithUpper(FourPairs(pairs, places, 10));
            first = new(Avx512F.Shuffle(a, b, 0b10_00_10_00));
            second = new(Avx512F.Shuffle(a, b, 0b11_01_11_01));
            return;
        }

        Unsafe.SkipInit(out Vector512<float> even);
        Unsafe.SkipInit(out Vector512<float> odd);
        for (int lane = 0; lane < Count; lane++)
        {
            nint place = nint.CreateTruncating(places[lane]);
            ((float*)&even)[lane] = pairs[2 * place];
            ((float*)&odd)[lane] = pairs[(2 * place) + 1];
        }

        first = new(even);
        second = new(odd);
    }

    /// <summary>The pairs at places 0, 1, 4 and 5 from one on.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static unsafe Vector256<float> FourPairs<TPlace>(float* pairs, TPlace* places, int first)
        where TPlace : unmanaged, IBinaryInteger<TPlace>
    {
        double* from = (double*)pairs;
        Vector128<double> low = Sse2.LoadHigh(Sse2.LoadScalarVector128(from + nint.CreateTruncating(places[first])), from + nint.CreateTruncating(places[first + 1]));
        Vector128<double> high = Sse2.LoadHigh(Sse2.LoadScalarVector128(from + nint.CreateTruncating(places[first + 4])), from + nint.CreateTruncating(places[first + 5]));
        return low.ToVector256Unsafe().WithUpper(high).AsSingle();
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static unsafe Lanes Gather(float* origin, Vector256<int> firstPlaces, Vector256<int> otherPlaces)
    {
        if (Avx2.IsSupported)
        {
            Vector256<float> low = Avx2.GatherVector256(origin, firstPlaces, sizeof(float));
            Vector256<float> high = Avx2.GatherVector256(origin, otherPlaces, sizeof(float));
            return new(low.ToVector512Unsafe().WithUpper(high));
        }

        Unsafe.SkipInit(out Vector512<float> gathered);
        float* lanes = (float*)&gathered;
        for (int lane = 0; lane < Count / 2; lane++)
        {
            lanes[lane] = origin[((int*)&firstPlaces)[lane]];
            lanes[lane + (Count / 2)] = origin[((int*)&otherPlaces)[lane]];
        }

        return new(gathered);
    }

    private static Lanes LoadFew(ReadOnlySpan<float> values)
    {
        Span<float> padded = stackalloc float[Count];
        padded.Clear();
        values.CopyTo(padded);
        return new(Vector512.LoadUnsafe(ref MemoryMarshal.GetReference(padded)));
    }

    private void StoreFew(Span<float> destination)
    {
        Span<float> all = stackalloc float[Count];
        Value.StoreUnsafe(ref MemoryMarshal.GetReference(all));
        all[..destination.Length].CopyTo(destination);
    }
}
