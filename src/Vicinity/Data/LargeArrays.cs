namespace Vicinity;

/// <summary>Large arrays are collected only after as much again was allocated, and their memory goes back later still; who lets much go at once says so.</summary>
internal static class LargeArrays
{
    private const long Large = 1 << 24;

    /// <summary>Collects garbage and gives its memory back, if it is worth it.</summary>
    /// <param name="bytes">How much was let go.</param>
    public static void LetGo(long bytes)
    {
        if (bytes >= Large)
        {
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive);
        }
    }
}
