using Xunit;

namespace Vicinity.Tests;

/// <summary>Weights told in links are the weights, also of kernels that have no links and of averaged weights.</summary>
[Trait("Leg", "Simd")]
public sealed class WeightLinksTests
{
    private static readonly PointTable Table = new(SampleInputs.Parameters(4, 16), 16);

    [Fact]
    public void Links_end_in_the_three_forms()
    {
        AssertPlain(UmapKernel.FromSpread(1, 0.001, 0.1));
        AssertPlain(new HeavyTailed(0.5));
        AssertPlain(new HeavyTailed(0.7));
        AssertPlain(new Kobak(0.5));
        AssertPlain(default(StudentT));
        AssertPlain(new Gaussian(2));
        AssertPoints(default(HeavyTailedPerPoint));
        AssertPoints(default(InhomogeneousTPerPoint));
        AssertPoints(new Gaussian(1));
    }

    private static void AssertPlain<TKernel>(TKernel kernel)
        where TKernel : struct, IKernel => AssertSame(new PlainWeights<TKernel>(kernel), default(NoPoint), default);

    private static void AssertPoints<TKernel>(TKernel kernel)
        where TKernel : struct, IKernel
    {
        PointWeights<TKernel> weights = new(kernel, Table, LearnedParameter.None);
        AssertSame(weights, Table.One(3), Table.Sixteen(0));
        AssertSame(weights, Table.Sixteen(0), Table.One(3));
        AssertSame(new AveragedWeights<TKernel>(weights), Table.One(3), Table.Sixteen(0));
    }

    private static void AssertSame<TWeights, TPoint>(TWeights weights, TPoint from, TPoint to)
        where TWeights : struct, IPairWeights<TPoint>
        where TPoint : struct
    {
        Lanes f = Lanes.Indices * Lanes.Indices * Lanes.Broadcast(0.3f);
        weights.Evaluate(f, from, to, out Lanes weight, out Lanes logWeight, out Lanes decay);
        weights.Begin(f, from, to, out Lanes first, out Lanes second);
        weights.End(first, second, from, to, out Lanes lastWeight, out Lanes lastLogarithm, out Lanes lastDecay);
        AssertClose(weight, lastWeight);
        AssertClose(logWeight, lastLogarithm);
        AssertClose(decay, lastDecay);
    }

    private static void AssertClose(Lanes expected, Lanes actual)
    {
        Span<float> one = stackalloc float[Lanes.Count];
        Span<float> other = stackalloc float[Lanes.Count];
        expected.Store(one);
        actual.Store(other);
        for (int k = 0; k < Lanes.Count; k++)
        {
            Assert.Equal(one[k], other[k], 1e-7f + (2e-6f * Math.Abs(one[k])));
        }
    }
}
