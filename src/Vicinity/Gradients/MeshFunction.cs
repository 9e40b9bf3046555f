namespace Vicinity;

/// <summary>What a grid sums: a function of the squared distance of two points.</summary>
/// <param name="Shifted">Its value less that at 0, with all its digits near 0.</param>
/// <param name="AtZero">Its value at 0.</param>
internal sealed record MeshFunction(Func<double, double> Shifted, double AtZero)
{
    /// <summary>A kernel, w.</summary>
    public static MeshFunction Of<TKernel>(TKernel kernel)
        where TKernel : struct, IKernel => new(f => ShiftedWeight(kernel, f), Math.Exp(kernel.LogWeight(0, 1)));

    /// <summary>w(f) - w(0).</summary>
    private static double ShiftedWeight<TKernel>(TKernel kernel, double f)
        where TKernel : struct, IKernel
    {
        double atZero = kernel.LogWeight(0, 1);
        double difference = kernel.LogWeight(f, 1) - atZero;
        if (Math.Abs(difference) < 1e-8)
        {
            // The logarithms have lost their digits; Simpson's rule for the integral of their slope has not.
            difference = -f / 6 * (kernel.Decay(0, 1) + (4 * kernel.Decay(f / 2, 1)) + kernel.Decay(f, 1));
        }

        return Math.Exp(atZero) * (Math.Abs(difference) < 1e-5 ? difference + (difference * difference / 2) : Math.Exp(difference) - 1);
    }
}
