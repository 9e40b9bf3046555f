namespace Vicinity;

/// <summary>Distances of two rows in double, term by term in the order of the columns.</summary>
internal static class RowPair
{
    /// <summary>The distance of two directions, sqrt(2 (1 - cosine)), after a number is subtracted from each row.</summary>
    public static double Chord(ReadOnlySpan<float> x, ReadOnlySpan<float> y, double xMean, double yMean)
    {
        double xLength = UnitRows.Length(x, xMean);
        double yLength = UnitRows.Length(y, yMean);
        if (xLength == 0 || yLength == 0)
        {
            return xLength == yLength ? 0 : Math.Sqrt(2);
        }

        double squared = 0;
        for (int d = 0; d < x.Length; d++)
        {
            double difference = ((x[d] - xMean) / xLength) - ((y[d] - yMean) / yLength);
            squared += difference * difference;
        }

        return Math.Sqrt(squared);
    }

    public static double Manhattan(ReadOnlySpan<float> x, ReadOnlySpan<float> y)
    {
        double sum = 0;
        for (int d = 0; d < x.Length; d++)
        {
            sum += Math.Abs((double)x[d] - y[d]);
        }

        return sum;
    }

    public static double Chebyshev(ReadOnlySpan<float> x, ReadOnlySpan<float> y)
    {
        double most = 0;
        for (int d = 0; d < x.Length; d++)
        {
            most = Math.Max(most, Math.Abs((double)x[d] - y[d]));
        }

        return most;
    }

    public static double Hamming(ReadOnlySpan<float> x, ReadOnlySpan<float> y)
    {
        int differing = 0;
        for (int d = 0; d < x.Length; d++)
        {
            differing += x[d] != y[d] ? 1 : 0;
        }

        return (double)differing / x.Length;
    }

    public static double Jaccard(ReadOnlySpan<float> x, ReadOnlySpan<float> y)
    {
        int both = 0;
        int either = 0;
        for (int d = 0; d < x.Length; d++)
        {
            both += x[d] != 0 && y[d] != 0 ? 1 : 0;
            either += x[d] != 0 || y[d] != 0 ? 1 : 0;
        }

        return either == 0 ? 0 : 1 - ((double)both / either);
    }
}
