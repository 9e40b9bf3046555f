using Xunit;

namespace Vicinity.Tests;

/// <summary>Weights, slopes and lane forms of every kernel.</summary>
public sealed class KernelTests
{
    private static readonly (string Name, IKernel Kernel)[] Kernels =
    [
        ("Gaussian", new Gaussian(1)), ("Gaussian(0.3)", new Gaussian(0.3)), ("t", new StudentT()), ("heavy(0)", new HeavyTailed(0)),
        ("heavy(1e-6)", new HeavyTailed(1e-6)), ("heavy(1/3)", new HeavyTailed(1.0 / 3)), ("heavy(0.5)", new HeavyTailed(0.5)),
        ("heavy(2/3)", new HeavyTailed(2.0 / 3)), ("heavy(1)", new HeavyTailed(1)), ("heavy(1.5)", new HeavyTailed(1.5)), ("heavy(2)", new HeavyTailed(2)),
        ("heavy per point", new HeavyTailedPerPoint()), ("inhomogeneous(3)", new InhomogeneousT(3)), ("inhomogeneous(0.6)", new InhomogeneousT(0.6)),
        ("inhomogeneous(1e8)", new InhomogeneousT(1e8)), ("inhomogeneous per point", new InhomogeneousTPerPoint()), ("Kobak(0.7)", new Kobak(0.7)),
        ("tt(2.3)", new TTail(2.3)), ("UMAP", new UmapKernel(1.577, 0.895)), ("UMAP b > 1", new UmapKernel(0.5, 1.4)), ("none", new DistanceKernel()),
        ("far", new FarKernel()), ("plain Gaussian", new PlainDistance<Gaussian>(new(1))), ("plain none", new PlainDistance<DistanceKernel>(default)),
    ];

    [Fact]
    public void Decay_is_the_slope_of_the_logarithm()
    {
        List<string> wrong = [];
        int seen = 0;
        foreach ((string name, IKernel kernel) in Kernels)
        {
            for (double f = 1e-3; f < 1e3; f *= 1.7)
            {
                double step = 1e-5 * f;
                double slope = -(kernel.LogWeight(f + step, 0.8) - kernel.LogWeight(f - step, 0.8)) / (2 * step);
                seen++;
                if (Math.Abs(slope - kernel.Decay(f, 0.8)) > 3e-8 * (Math.Abs(slope) + (1e-4 / f)))
                {
                    wrong.Add($"{name} at {f}: {kernel.Decay(f, 0.8)} for {slope}");
                }
            }
        }

        Findings.AreNone(wrong, seen, 500);
    }

    [Fact]
    public void Theta_slope_is_the_slope_of_the_logarithm()
    {
        foreach (ILearnableKernel kernel in Kernels.Select(item => item.Kernel).OfType<ILearnableKernel>())
        {
            foreach (double theta in (double[])[1e-3, 0.2, 1, 6, 40])
            {
                for (double f = 1e-3; f < 1e3; f *= 3)
                {
                    double step = 1e-5 * theta;
                    double slope = (kernel.LogWeight(f, theta + step) - kernel.LogWeight(f, theta - step)) / (2 * step);
                    double rounding = 1e-15 * (1 + Math.Abs(kernel.LogWeight(f, theta))) / step;
                    Assert.InRange(Math.Abs(kernel.ThetaSlope(f, theta) - slope), 0, (1e-7 * Math.Abs(slope)) + (4 * rounding));
                }
            }
        }
    }

    /// <summary>Series and closed form meet: below t = 1e-3 the closed form cancels.</summary>
    [Fact]
    public void The_slope_in_alpha_goes_over_into_its_limit()
    {
        HeavyTailedPerPoint kernel = default;
        Assert.Equal(0.5 * 9, kernel.ThetaSlope(3, 0), 1e-15);
        Assert.Equal(kernel.ThetaSlope(1, 0.0009999999), kernel.ThetaSlope(1, 0.0010000001), 1e-9);
        Assert.Equal(0.5 - (2e-9 / 3), kernel.ThetaSlope(1, 1e-9), 1e-15);
    }

    [Fact]
    public void Lanes_agree_with_double()
    {
        List<string> wrong = [];
        int seen = 0;
        foreach ((string name, IKernel kernel) in Kernels)
        {
            foreach (float theta in (float[])[1e-6f, 0.2f, 1, 1.7f, 30])
            {
                foreach (float f in Enumerable.Range(0, 120).Select(k => (float)Math.Pow(10, -12 + (0.17 * k))).Prepend(0f))
                {
                    double logWeight = kernel.LogWeight(f, theta);
                    double decay = kernel.Decay(f, theta);
                    Check("ln w", logWeight, First(kernel.LogWeight(All(f), All(theta))), 4e-6 * Math.Abs(logWeight));
                    Check("w", Math.Exp(logWeight), First(kernel.Weight(All(f), All(theta))), (2e-6 * (1 + Math.Abs(logWeight)) * Math.Exp(logWeight)) + 1e-37);
                    Check("psi", decay, First(kernel.Decay(All(f), All(theta))), 3e-6 * Math.Abs(decay));

                    void Check(string what, double expected, float lanes, double tolerance)
                    {
                        seen++;
                        if (f > 0 && Math.Abs(expected) < 1e38 && !(Math.Abs(lanes - expected) <= tolerance))
                        {
                            wrong.Add($"{name} {what} at f {f}, theta {theta}: {lanes} for {expected}");
                        }

                        if (!float.IsFinite(lanes) || !double.IsFinite(expected))
                        {
                            wrong.Add($"{name} {what} at f {f}, theta {theta}: {lanes} and {expected} are not finite");
                        }
                    }
                }
            }
        }

        Findings.AreNone(wrong.Take(40), seen, 40_000);
    }

    [Fact]
    public void Lanes_of_the_slope_in_theta_agree_with_double()
    {
        foreach (ILearnableKernel kernel in Kernels.Select(item => item.Kernel).OfType<ILearnableKernel>())
        {
            foreach (float theta in (float[])[1e-4f, 0.2f, 1, 1.7f, 30])
            {
                foreach (float f in Enumerable.Range(0, 60).Select(k => (float)Math.Pow(10, -5 + (0.17 * k))).Prepend(0f))
                {
                    double expected = kernel.ThetaSlope(f, theta);
                    double parts = Math.Abs(expected) + (kernel is InhomogeneousTPerPoint ? f / theta / (theta + f) : 0);
                    Assert.InRange(First(kernel.ThetaSlope(All(f), All(theta))), expected - (1e-5 * parts), expected + (1e-5 * parts));
                }
            }
        }
    }

    [Theory]
    [InlineData(1, 0.001, 1.929, 0.7915)]
    [InlineData(1, 0.1, 1.577, 0.8951)]
    public void The_fit_of_the_umap_kernel_gives_the_known_numbers(double spread, double minDist, double a, double b)
    {
        UmapKernel kernel = UmapKernel.FromSpread(spread, minDist);
        Assert.Equal(a, kernel.A, 5e-4);
        Assert.Equal(b, kernel.B, 5e-5);
    }

    [Fact]
    public void The_fit_of_the_umap_kernel_follows_the_unit()
    {
        UmapKernel one = UmapKernel.FromSpread(1, 0.2);
        UmapKernel ten = UmapKernel.FromSpread(10, 2);
        Assert.Equal(one.B, ten.B, 1e-9);
        Assert.Equal(one.LogWeight(0.7, 1), ten.LogWeight(70, 1), 1e-9);
        Assert.Throws<ArgumentOutOfRangeException>(() => UmapKernel.FromSpread(1, 3));
    }

    /// <summary>Where f times a f^b is beyond the range of float, psi is b / f.</summary>
    [Theory]
    [InlineData(0.895, 1e20f)]
    [InlineData(3, 1e10f)]
    [InlineData(5, 4e6f)]
    [InlineData(30, 36f)]
    public void The_umap_kernel_still_attracts_far_points(double b, float f)
    {
        UmapKernel kernel = new(1.577, b);
        Span<float> decay = stackalloc float[Lanes.Count];
        kernel.Decay(Lanes.Broadcast(f), Lanes.Broadcast(1)).Store(decay);
        Assert.Equal(1, decay[0] * f / b, 1e-6);
        kernel.Evaluate(Lanes.Broadcast(f), Lanes.Broadcast(1), out _, out _, out Lanes joint);
        joint.Store(decay);
        Assert.Equal(1, decay[0] * f / b, 1e-6);
    }

    [Fact]
    public void A_umap_kernel_that_nobody_made_says_so() =>
        Assert.Contains("constructor", Assert.Throws<InvalidOperationException>(() => default(UmapKernel).Weight(Lanes.Zero, Lanes.Zero)).Message, StringComparison.Ordinal);

    [Fact]
    public void Parameters_out_of_range_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new Gaussian(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Gaussian(1e-60));
        Assert.Throws<ArgumentOutOfRangeException>(() => new HeavyTailed(-0.1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new InhomogeneousT(double.NaN));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Kobak(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => new TTail(double.PositiveInfinity));
        Assert.Throws<ArgumentOutOfRangeException>(() => new UmapKernel(1, 1, -1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Nerv(1.1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new JensenShannon(-0.1));
        ArgumentOutOfRangeException error = Assert.Throws<ArgumentOutOfRangeException>(() => new AlphaBeta(1, double.NaN));
        Assert.Contains("beta must be a finite number, not NaN", error.Message, StringComparison.Ordinal);
    }

    private static Lanes All(float value) => Lanes.Broadcast(value);

    private static float First(Lanes lanes)
    {
        Span<float> values = stackalloc float[Lanes.Count];
        lanes.Store(values);
        return values[0];
    }
}
