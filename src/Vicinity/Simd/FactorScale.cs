namespace Vicinity;

/// <summary>Brings numbers of any size into the range of float.</summary>
internal static unsafe class FactorScale
{
    /// <summary>Writes numbers, times a constant, over the largest of them.</summary>
    /// <returns>The largest one without its sign; 1 if all are 0.</returns>
    public static double Write(PinnedBuffer<double> numbers, double constant, PinnedBuffer<float> factor)
    {
        double largest = 0;
        foreach (double value in numbers.Span)
        {
            largest = Math.Max(largest, Math.Abs(value));
        }

        double size = largest > 0 ? largest : 1;
        for (int i = 0; i < numbers.Length; i++)
        {
            factor.Pointer[i] = (float)(constant * numbers.Pointer[i] / size);
        }

        numbers.KeepAlive();
        return size;
    }
}
