namespace Vicinity;

/// <summary>Numbers that stay at one address, a multiple of 64 bytes; zero at first. Sixty-four bytes behind the last one may be read.</summary>
internal sealed unsafe class PinnedBuffer<T>
    where T : unmanaged
{
    private const int Alignment = 64;

    // The pointer lives as long as the array, which this field holds.
    private readonly T[] values;

    public PinnedBuffer(int length)
    {
        Length = length;
        values = GC.AllocateArray<T>(length + (2 * Alignment / sizeof(T)), pinned: true);
        nint address = System.Runtime.InteropServices.Marshal.UnsafeAddrOfPinnedArrayElement(values, 0);
        Pointer = (T*)((address + Alignment - 1) / Alignment * Alignment);
    }

    public int Length { get; }

    public T* Pointer { get; }

    public Span<T> Span => new(Pointer, Length);

    /// <summary>The array behind the pointer is kept alive up to here.</summary>
    public void KeepAlive() => GC.KeepAlive(values);
}
