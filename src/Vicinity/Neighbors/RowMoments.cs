namespace Vicinity;

/// <summary>Mean and length of the deviations of a sparse row, its zeros included.</summary>
/// <param name="Mean">sum x / d.</param>
/// <param name="Deviation">sqrt(sum (x - mean)^2); 0 for a constant row.</param>
internal readonly record struct RowMoments(double Mean, double Deviation)
{
    /// <summary>What is less than this share of the squares is rounding.</summary>
    private const double Nothing = 1e-14;

    public static RowMoments Of(ReadOnlySpan<float> values, int columns)
    {
        double sum = 0;
        double squares = 0;
        foreach (float value in values)
        {
            sum += value;
            squares += (double)value * value;
        }

        double mean = sum / columns;
        double squared = squares - (columns * mean * mean);
        return new(mean, squared > Nothing * squares ? Math.Sqrt(squared) : 0);
    }

    /// <summary>sqrt(2 (1 - correlation)), from the product of two rows.</summary>
    public double Chord(RowMoments other, double product, int columns)
    {
        if (Deviation == 0 || other.Deviation == 0)
        {
            return Deviation == other.Deviation ? 0 : Math.Sqrt(2);
        }

        double apart = 1 - ((product - (columns * Mean * other.Mean)) / (Deviation * other.Deviation));
        return apart > Nothing ? Math.Sqrt(2 * apart) : 0;
    }
}
