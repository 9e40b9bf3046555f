using System.Runtime.Intrinsics;

namespace Vicinity;

/// <summary>The transform in double of an even function of M places, in the plain order of frequencies 0 ... M - 1.</summary>
/// <param name="side">M.</param>
internal sealed unsafe class EvenLine(int side) : IEvenTransform
{
    public int Length => side;

    public int Place(int i, int j, int k) => i;

    public (double Mean, double Size) Run(PinnedBuffer<double> samples, double[] window, PinnedBuffer<float> factor, int threads)
    {
        int element = FourierPlan<double>.Element;
        PinnedBuffer<double> scratch = new(2 * side * element);
        double* x = scratch.Pointer;
        for (int k = 0; k < side; k++)
        {
            // All lanes do the same: once per grid size there is time for it.
            Vector512.Create(samples.Pointer[Math.Min(k, side - k)]).Store(x + ((nint)k * element));
        }

        double* transform = new FourierPlan<double>(side).Transform(x, x + ((nint)side * element), isInverse: false);
        for (int k = 0; k < side; k++)
        {
            samples.Pointer[k] = transform[(nint)k * element] / (side * window[Math.Min(k, side - k)]);
        }

        scratch.KeepAlive();
        double mean = samples.Pointer[0];
        samples.Pointer[0] = 0;
        return (mean, FactorScale.Write(samples, 1, factor));
    }
}
