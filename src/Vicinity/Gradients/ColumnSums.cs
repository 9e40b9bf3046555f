using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Vicinity;

/// <summary>Where a row leaves what it does to its columns: one stretch of padded length per sum.</summary>
internal readonly ref struct ColumnSums(Span<float> values, int stride)
{
    private readonly ref float origin = ref MemoryMarshal.GetReference(values);
    private readonly int stride = stride;

    /// <summary>Adds to sixteen columns.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(int stream, int j, Lanes value)
    {
        int place = (stream * stride) + j;
        (Lanes.Load(ref origin, place) + value).Store(ref origin, place);
    }

    /// <summary>Takes the push k d from sixteen columns.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Push(int stream, int j, Lanes k, Lanes difference)
    {
        int place = (stream * stride) + j;
        Lanes.FusedMultiplyAdd(-k, difference, Lanes.Load(ref origin, place)).Store(ref origin, place);
    }
}
