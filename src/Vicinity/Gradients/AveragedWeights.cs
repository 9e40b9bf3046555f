using System.Runtime.CompilerServices;

namespace Vicinity;

/// <summary>
/// (w_ij + w_ji) / 2: normalising these over all pairs is normalising w and averaging Q. Their psi is the mean of psi_ij and psi_ji
/// with the weights as shares, and the slope of the cost is symmetrised by itself.
/// </summary>
internal readonly struct AveragedWeights<TKernel>(PointWeights<TKernel> weights) : IPairWeights<PointLanes>
    where TKernel : struct, IKernel
{
    private readonly PointWeights<TKernel> weights = weights;

    public bool IsSymmetric => true;

    public bool IsStaged => false;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public PointLanes One(int i) => weights.One(i);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public PointLanes Sixteen(int j) => weights.Sixteen(j);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public unsafe PointLanes Gathered(int* places) => weights.Gathered(places);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Lanes LogWeight(Lanes f, PointLanes from, PointLanes to)
    {
        Lanes there = weights.LogWeight(f, from, to);
        Lanes back = weights.LogWeight(f, to, from);
        Lanes larger = Lanes.Max(there, back);
        Lanes half = Lanes.Broadcast(0.5f);
        return larger + Lanes.Log(Lanes.FusedMultiplyAdd(half, Lanes.Exp(Lanes.Min(there, back) - larger), half));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Lanes Weight(Lanes f, PointLanes from, PointLanes to) =>
        Lanes.Broadcast(0.5f) * (weights.Weight(f, from, to) + weights.Weight(f, to, from));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Lanes Decay(Lanes f, PointLanes from, PointLanes to)
    {
        Lanes there = weights.Decay(f, from, to);
        return Lanes.FusedMultiplyAdd(Share(f, to, from), weights.Decay(f, to, from) - there, there);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Evaluate(Lanes f, PointLanes from, PointLanes to, out Lanes weight, out Lanes logWeight, out Lanes decay)
    {
        weights.Evaluate(f, from, to, out Lanes there, out Lanes lnThere, out Lanes psiThere);
        weights.Evaluate(f, to, from, out Lanes back, out Lanes lnBack, out Lanes psiBack);
        Lanes larger = Lanes.Max(lnThere, lnBack);
        Lanes one = Lanes.Broadcast(1);
        Lanes ratio = Lanes.Exp(Lanes.Min(lnThere, lnBack) - larger);
        Lanes share = Lanes.Select(lnBack > lnThere, one, ratio) / (one + ratio);
        weight = Lanes.Broadcast(0.5f) * (there + back);
        logWeight = larger + Lanes.LogOfNormal(one + ratio) - Lanes.Broadcast(0.6931472f);
        decay = Lanes.FusedMultiplyAdd(share, psiBack - psiThere, psiThere);
    }

    public double LogWeight(double f, int i, int j)
    {
        double there = weights.LogWeight(f, i, j);
        double back = weights.LogWeight(f, j, i);
        return Math.Max(there, back) + Math.Log(0.5 + (0.5 * Math.Exp(-Math.Abs(there - back))));
    }

    public double Decay(double f, int i, int j)
    {
        double share = 1 / (1 + Math.Exp(weights.LogWeight(f, j, i) - weights.LogWeight(f, i, j)));
        return (share * weights.Decay(f, i, j)) + ((1 - share) * weights.Decay(f, j, i));
    }

    public Lanes Slope(Lanes f, PointLanes from, PointLanes to) => Share(f, from, to) * weights.Slope(f, from, to);

    public void EvaluateSlope(Lanes f, PointLanes from, PointLanes to, out Lanes weight, out Lanes slope) =>
        (weight, slope) = (Weight(f, from, to), Slope(f, from, to));

    public double Slope(double f, int i, int j) => weights.Slope(f, i, j) / (1 + Math.Exp(weights.LogWeight(f, j, i) - weights.LogWeight(f, i, j)));

    /// <summary>Each direction would need links of its own, so there is one link: the last.</summary>
    public void Begin(Lanes f, PointLanes from, PointLanes to, out Lanes first, out Lanes second) => (first, second) = (f, Lanes.Zero);

    public void End(Lanes first, Lanes second, PointLanes from, PointLanes to, out Lanes weight, out Lanes logWeight, out Lanes decay) =>
        Evaluate(first, from, to, out weight, out logWeight, out decay);

    /// <summary>w_ij / (w_ij + w_ji), in logarithms, since both may underflow.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Lanes Share(Lanes f, PointLanes from, PointLanes to)
    {
        Lanes one = Lanes.Broadcast(1);
        return one / (one + Lanes.Exp(weights.LogWeight(f, to, from) - weights.LogWeight(f, from, to)));
    }
}
