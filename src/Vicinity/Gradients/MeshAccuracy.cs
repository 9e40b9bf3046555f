namespace Vicinity;

/// <summary>Which spline and spacing an accuracy needs: committed constants, from docs/decisions/0011-particle-mesh.md.</summary>
internal static class MeshAccuracy
{
    /// <summary>The error of the quintic spline is that of this spacing, in kernel widths, times the fourth power of the ratio.</summary>
    private const double QuinticSpacing = 0.45;
    private const double QuinticSpacingInSpace = 0.62;
    private const double QuinticError = 0.02;

    /// <summary>Points per square of the kernel's width down to which that holds; below, so many halvings of the density halve the spacing.</summary>
    private const double DenseEnough = 0.5;
    private const double HalvingsPerOctave = 12;

    private const double CuspChange = 0.01;

    /// <summary>Squared distances at which psi is read.</summary>
    private const double NearZero = 1e-4;
    private const double Far = 1e8;
    private const double Step = 1.25;
    private const double WidestSpacing = 0.8;
    private const double NarrowestSpacing = 0.05;

    /// <summary>The widest spacing that keeps the relative RMS error of the forces below a bound.</summary>
    /// <param name="kernel">w.</param>
    /// <param name="accuracy">The bound, a fraction.</param>
    /// <param name="dimensions">1, 2 or 3; in three dimensions a point has more others around it, whose errors cancel.</param>
    public static double Spacing<TKernel>(TKernel kernel, double accuracy, int dimensions)
        where TKernel : struct, IKernel =>
        Width(kernel) * Math.Clamp((dimensions == 3 ? QuinticSpacingInSpace : QuinticSpacing) * Math.Pow(accuracy / QuinticError, 0.25), NarrowestSpacing, WidestSpacing);

    /// <summary>
    /// What a sparse map has to multiply its spacing by: with fewer points around each, fewer errors cancel. In steps, one for each halving of the
    /// density, as a kernel's transform belongs to one spacing.
    /// </summary>
    /// <param name="count">Points.</param>
    /// <param name="span">Largest extent along an axis, above 0.</param>
    /// <param name="width">Of the kernel, <see cref="Width"/>.</param>
    /// <param name="dimensions">1 or 2; in three dimensions no such law was found.</param>
    public static double Sparseness(int count, double span, double width, int dimensions) => dimensions == 3
        ? 1
        : Math.Pow(2, -Math.Ceiling(Math.Max(0, Math.Log2(DenseEnough / (count * Math.Pow(width / span, dimensions))))) / HalvingsPerOctave);

    /// <summary>
    /// 1 / sqrt(psi(0)), which is 1 for Student t and for exp(-f); less where psi falls faster than that of Student t, or rises first.
    /// </summary>
    public static double Width<TKernel>(TKernel kernel)
        where TKernel : struct, IKernel
    {
        double decay = LargestDecay(kernel);
        if (!double.IsNormal(decay))
        {
            return 1;
        }

        double step = 1e-2 / decay;
        double fall = Math.Abs(kernel.Decay(step, 1) - kernel.Decay(0, 1)) / step;
        double sharpness = double.IsFinite(fall) ? Math.Max(1, fall / (decay * decay)) : 1;
        return 1 / Math.Sqrt(decay * Math.Sqrt(sharpness));
    }

    /// <summary>
    /// True if the kernel has no second derivative at 0, which a grid alone cannot do: psi goes on changing however short the distance is, and
    /// not in proportion to f, as that of a kernel which is flat at 0.
    /// </summary>
    public static bool HasCusp<TKernel>(TKernel kernel)
        where TKernel : struct, IKernel
    {
        double ratio = kernel.Decay(1e-8, 1) / kernel.Decay(1e-6, 1);
        return Math.Abs(ratio - 1) > CuspChange && Math.Abs((100 * ratio) - 1) > CuspChange;
    }

    /// <summary>The largest psi down to half of the kernel's height: that at 0 for most, but a kernel may be flat there.</summary>
    private static double LargestDecay<TKernel>(TKernel kernel)
        where TKernel : struct, IKernel
    {
        double half = kernel.LogWeight(0, 1) - Math.Log(2);
        double largest = Math.Abs(kernel.Decay(NearZero, 1));
        for (double f = Step * NearZero; f < Far && kernel.LogWeight(f, 1) > half; f *= Step)
        {
            largest = Math.Max(largest, Math.Abs(kernel.Decay(f, 1)));
        }

        return largest;
    }

    public static SplineGrid Splines<TDimensions>()
        where TDimensions : struct, IDimensions => new SplinePoints<QuinticSpline, TDimensions>();
}
