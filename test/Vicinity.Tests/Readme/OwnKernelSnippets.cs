using Xunit;

namespace Vicinity.Tests;

/// <summary>The code of ARCHITECTURE.md, "Where to add".</summary>
public sealed class OwnKernelSnippets
{
    public readonly struct Rational(double alpha) : IScalarKernel
    {
        public bool IsPerPoint => false;

        public double LogWeight(double f, double theta) => -alpha * Math.Log(1 + (f / alpha));

        public double Decay(double f, double theta) => 1 / (1 + (f / alpha));
    }

    [Fact]
    public void A_kernel_of_ones_own_passes_the_check()
    {
        Objective mine = Objective.Create(new KullbackLeibler(), new ScalarKernel<Rational>(new(2)), Normalization.PairWise);
        GradientCheck check = GradientCheck.Run(mine);
        Assert.InRange(check.RelativeError, 0, 1e-7);
    }
}
