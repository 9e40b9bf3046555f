namespace Vicinity;

/// <summary>How many cores a stage may use.</summary>
internal static class Cores
{
    /// <summary>The number itself, or all cores of the machine for 0.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is negative.</exception>
    public static int Resolve(int threads)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(threads);
        return threads == 0 ? Environment.ProcessorCount : threads;
    }
}
