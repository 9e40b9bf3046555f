namespace Vicinity;

/// <summary>Arithmetic on the long vectors of a line search, in double and in one fixed order.</summary>
internal static class LongVectors
{
    public static double Dot(ReadOnlySpan<double> x, ReadOnlySpan<double> y)
    {
        double sum = 0;
        for (int k = 0; k < x.Length; k++)
        {
            sum += x[k] * y[k];
        }

        return sum;
    }

    public static double Sum(ReadOnlySpan<double> x)
    {
        double sum = 0;
        foreach (double value in x)
        {
            sum += value;
        }

        return sum;
    }

    /// <summary>target + factor x.</summary>
    public static void Add(Span<double> target, double factor, ReadOnlySpan<double> x)
    {
        for (int k = 0; k < target.Length; k++)
        {
            target[k] += factor * x[k];
        }
    }

    public static void Scale(Span<double> target, double factor)
    {
        for (int k = 0; k < target.Length; k++)
        {
            target[k] *= factor;
        }
    }

    public static void Widen(ReadOnlySpan<float> values, Span<double> target)
    {
        for (int k = 0; k < target.Length; k++)
        {
            target[k] = values[k];
        }
    }
}
