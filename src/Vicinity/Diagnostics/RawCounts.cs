namespace Vicinity;

/// <summary>Finds counts (D109): whole numbers of at least 0, mostly 0, with a few large ones.</summary>
internal static class RawCounts
{
    private const double FewestZeros = 0.5;
    private const double LargestOverMean = 20;

    public static FitWarning? Find(Matrix data)
    {
        long zeros = 0;
        double sum = 0;
        float largest = 0;
        for (int i = 0; i < data.Rows; i++)
        {
            foreach (float value in data.Row(i))
            {
                if (value < 0 || value != MathF.Floor(value))
                {
                    return null;
                }

                zeros += value == 0 ? 1 : 0;
                sum += value;
                largest = Math.Max(largest, value);
            }
        }

        double ratio = sum > 0 ? largest / (sum / (data.Count - zeros)) : 0;
        return zeros < FewestZeros * data.Count || ratio <= LargestOverMean ? null : new("D109",
            $"The data are counts: whole numbers, {(double)zeros / data.Count:P0} zeros, and the largest is {ratio:0} times the mean of the others. Take logarithms.")
        {
            Number = ratio,
            Threshold = LargestOverMean,
        };
    }
}
