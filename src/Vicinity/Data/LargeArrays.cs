namespace Vicinity;

/// <summary>Large arrays are collected only after as much again was allocated, and their memory goes back later still; who lets much go at once says so.</summary>
internal static class LargeArrays
{
    private const long Large = 1 << 24;
    private static long pending;

    /// <summary>Collects garbage and gives its memory back, if it is worth it with what was let go before.</summary>
    /// <param name="bytes">How much was let go.</param>
    public static void LetGo(long bytes)
    {
        if (Interlocked.Add(ref pending, bytes) >= Large)
        {
            Interlocked.Exchange(ref pending, 0);
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive);
        }
    }
}
