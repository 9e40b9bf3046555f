namespace Vicinity;

/// <summary>Sums of numbers that are only known by their logarithms.</summary>
internal static class Logarithms
{
    /// <summary>ln sum exp x, in order; -infinity for no numbers.</summary>
    public static double LogSumExp(double[] logarithms)
    {
        double largest = double.NegativeInfinity;
        foreach (double x in logarithms)
        {
            largest = Math.Max(largest, x);
        }

        double sum = 0;
        foreach (double x in logarithms)
        {
            sum += Math.Exp(x - largest);
        }

        return double.IsNegativeInfinity(largest) ? largest : largest + Math.Log(sum);
    }
}
