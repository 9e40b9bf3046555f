using Xunit;

namespace Vicinity.Tests;

/// <summary>What a divergence says about p = 0 is what it does there.</summary>
public sealed class FarLawTests
{
    private static readonly IDivergence[] Divergences =
    [
        new ReverseKullbackLeibler(), new GeneralizedReverseKullbackLeibler(), new GeneralizedKullbackLeibler(1), new GeneralizedKullbackLeibler(0.01),
        new Nerv(0), new Nerv(0.35), new Nerv(1), new GeneralizedNerv(0.4), new JensenShannon(0), new JensenShannon(1e-9), new JensenShannon(0.3),
        new JensenShannon(1), new ChiSquare(), new Hellinger(), new SquareLoss(), new WeightedRepulsion(), new AlphaBeta(0.7, 0.4),
        new AlphaBeta(1.4, -0.3), new AlphaBeta(1, 0), new AlphaBeta(0, 1), new AlphaBeta(0.3, 0.7), new ScaledDivergence<JensenShannon>(new(0.5), 0.25),
    ];

    [Fact]
    public void Laws_are_the_pulls_and_the_terms_at_zero()
    {
        int seen = 0;
        foreach (IDivergence divergence in Divergences)
        {
            FarLaw law = Assert.NotNull(((IFarLaw)divergence).FarLaw);
            foreach (double q in (double[])[1e-25, 1e-9, 3e-4, 0.2, 0.9])
            {
                double curve = law.Power == 1 ? q * Math.Log(q) : Math.Pow(q, law.Power);
                double pull = (law.Linear * q) + (law.Curved * curve);
                double term = ((law.Power == 1 ? law.Linear - law.Curved : law.Linear) * q) + (law.Curved / law.Power * curve);
                AssertClose(divergence.Pull(0, q, Math.Log(q)), pull, 1e-300);
                AssertClose(divergence.Term(0, q, Math.Log(q)), term, 3e-16);
                seen++;
            }
        }

        Assert.Equal(5 * Divergences.Length, seen);

        void AssertClose(double expected, double actual, double floor) => Assert.True(
            Math.Abs(expected - actual) <= (1e-12 * Math.Abs(expected)) + floor, $"divergence {seen / 5}, {Divergences[seen / 5]}: {actual} for {expected}");
    }

    [Fact]
    public void Costs_that_are_infinite_at_zero_have_no_law()
    {
        Assert.Null(new AlphaBeta(-0.5, 0.2).FarLaw);
        Assert.Null(new AlphaBeta(0.5, -0.6).FarLaw);
        Assert.Null(new AlphaBeta(0, 0.5).FarLaw);
        Assert.Null(new ScaledDivergence<CrossEntropy>(default, 2).FarLaw);
    }
}
