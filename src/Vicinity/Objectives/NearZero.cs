namespace Vicinity;

/// <summary>Logarithm and exponential in double that keep their digits where their argument is near zero (Kahan); those of the runtime do not.</summary>
internal static class NearZero
{
    /// <summary>ln(1 + x).</summary>
    public static double LogOnePlus(double x)
    {
        double u = 1 + x;
        double kept = u - 1;
        return kept == x ? Math.Log(u) : kept == 0 ? x : Math.Log(u) * (x / kept);
    }

    /// <summary>e^x - 1.</summary>
    public static double ExpMinusOne(double x)
    {
        double u = Math.Exp(x);
        double kept = u - 1;
        return kept == 0 ? x : Math.Abs(x) > 1 ? kept : kept * (x / Math.Log(u));
    }
}
