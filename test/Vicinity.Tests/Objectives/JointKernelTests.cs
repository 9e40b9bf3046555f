using Xunit;

namespace Vicinity.Tests;

/// <summary>Kernels that tell all three forms at once tell the same.</summary>
public sealed class JointKernelTests
{
    private static readonly IKernel[] Kernels =
    [
        new HeavyTailed(0), new HeavyTailed(0.5), new HeavyTailed(0.7), new HeavyTailed(1.5), new Kobak(0.7), new TTail(2.3), new InhomogeneousT(3),
        new UmapKernel(1.577, 0.895), new UmapKernel(1.577, 0.895, 0.1), new HeavyTailedPerPoint(), new InhomogeneousTPerPoint(),
        new SharpenedKernel<HeavyTailed>(new(0.7), 0.3), new SharpenedKernel<Gaussian>(new(1), 0.3),
    ];

    [Fact]
    public void Joint_forms_are_the_single_ones()
    {
        int seen = 0;
        foreach (IKernel kernel in Kernels)
        {
            foreach (float x in (float[])[0, 1e-12f, 1e-6f, 1e-3f, 0.3f, 1, 7, 60, 1e4f, 1e12f])
            {
                (Lanes f, Lanes theta) = (Lanes.Broadcast(x), Lanes.Broadcast(0.8f));
                ((IJointKernel)kernel).Evaluate(f, theta, out Lanes weight, out Lanes logWeight, out Lanes decay);
                AssertClose(kernel.Weight(f, theta), weight);
                AssertClose(kernel.LogWeight(f, theta), logWeight);
                AssertClose(kernel.Decay(f, theta), decay);
                seen++;

                void AssertClose(Lanes expected, Lanes actual) =>
                    Assert.True(Math.Abs(First(expected) - First(actual)) <= 1e-6 * Math.Abs(First(expected)), $"{kernel} at {x}: {First(actual)} for {First(expected)}");
            }
        }

        Assert.Equal(10 * Kernels.Length, seen);
    }

    private static float First(Lanes lanes)
    {
        float[] one = new float[1];
        lanes.Store(one);
        return one[0];
    }
}
