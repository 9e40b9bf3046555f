namespace Vicinity;

/// <summary>Sum and extremes of one column of the data.</summary>
internal record struct ColumnRange(double Sum, float Least, float Most)
{
    private const int StepsPerWidth = 8;

    public readonly double Width => (double)Most - Least;

    public void Include(ColumnRange other)
    {
        Sum += other.Sum;
        Least = Math.Min(Least, other.Least);
        Most = Math.Max(Most, other.Most);
    }

    /// <summary>About the mean of n values: its nearest multiple of a power of two near an eighth of the width.</summary>
    public readonly float Center(int count)
    {
        if (Width == 0)
        {
            return Least;
        }

        double step = Math.ScaleB(1, Math.ILogB(Width)) / StepsPerWidth;
        double mean = Math.Clamp(Sum / count, Least, Most);
        return (float)(Math.Round(mean / step) * step);
    }
}
