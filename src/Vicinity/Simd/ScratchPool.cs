using System.Collections.Concurrent;

namespace Vicinity;

/// <summary>Rooms to work in, as many as cores ever worked at once.</summary>
/// <param name="length">Numbers in a room.</param>
internal sealed class ScratchPool(int length)
{
    private readonly ConcurrentBag<PinnedBuffer<float>> free = [];

    /// <summary>A room that nobody else has; what is in it is anything.</summary>
    public PinnedBuffer<float> Take() => free.TryTake(out PinnedBuffer<float>? room) ? room : new(length);

    public void Return(PinnedBuffer<float> room) => free.Add(room);
}
