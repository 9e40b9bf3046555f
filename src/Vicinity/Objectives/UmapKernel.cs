using System.Runtime.CompilerServices;

namespace Vicinity;

/// <summary>The kernel of UMAP, w = 1 / (1 + a f^b), which is 1 / (1 + a d^(2 b)).</summary>
/// <remarks>McInnes, Healy and Melville (2018). With a = b = 1 it is Student t.</remarks>
public readonly struct UmapKernel : IKernel, IJointKernel, IStagedKernel
{
    private const float SmallestLane = 1e-37f;
    private const float LargestPower = 1e37f;

    private readonly float laneA;
    private readonly float laneB;
    private readonly float laneDelta;
    private readonly ConstantPower power;

    /// <summary>The kernel of UMAP.</summary>
    /// <param name="a">Scale, above 0.</param>
    /// <param name="b">Half the power of the distance, above 0.</param>
    /// <param name="delta">Softening of the force: psi = b (1 - w) / (f + delta), at least 0; 0.1 in UMAP. 0 is the derivative of ln w.</param>
    /// <exception cref="ArgumentOutOfRangeException">The scale or the power is not a positive number, or delta not one of at least 0.</exception>
    public UmapKernel(double a, double b, double delta = 0)
    {
        A = ParameterRange.Positive(a);
        B = ParameterRange.Positive(b);
        Delta = ParameterRange.NotNegative(delta);
        laneA = (float)a;
        laneB = (float)b;
        laneDelta = (float)delta;
        power = new(b);
    }

    /// <summary>Scale.</summary>
    public double A { get; }

    /// <summary>Half the power of the distance.</summary>
    public double B { get; }

    /// <summary>Softening of the force.</summary>
    public double Delta { get; }

    /// <inheritdoc />
    public bool IsPerPoint => false;

    /// <summary>The kernel nearest to min(1, exp(-(d - minDist) / spread)), by least squares over 300 distances in [0, 3 spread].</summary>
    /// <param name="spread">Distance over which weights fall, above 0; UMAP's default is 1.</param>
    /// <param name="minDist">Distance up to which the weight is 1, at least 0 and below 3 spread; the default here is 0.001.</param>
    /// <param name="delta">Softening of the force, at least 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">The spread is not a positive number, minDist not one from 0 to 3 spread, or delta below 0.</exception>
    public static UmapKernel FromSpread(double spread, double minDist, double delta = 0)
    {
        (double a, double b) = UmapFit.Of(ParameterRange.Positive(spread), ParameterRange.NotNegative(minDist));
        return new(a, b, delta);
    }

    /// <inheritdoc />
    public double LogWeight(double f, double theta) => -NearZero.LogOnePlus(A * Math.Pow(f, B));

    /// <inheritdoc />
    public double Decay(double f, double theta)
    {
        double power = A * Math.Pow(f, B);
        return f > 0 ? B * power / ((1 + power) * (f + Delta)) : 0;
    }

    /// <inheritdoc />
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Lanes LogWeight(Lanes f, Lanes theta) => -Lanes.LogOnePlusPositive(Power(f));

    /// <inheritdoc />
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Lanes Weight(Lanes f, Lanes theta) => Lanes.Broadcast(1) / (Lanes.Broadcast(1) + Power(f));

    /// <inheritdoc />
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Lanes Decay(Lanes f, Lanes theta)
    {
        WeightAndDecay(f, Power(f), out _, out Lanes decay);
        return decay;
    }

    /// <inheritdoc />
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Evaluate(Lanes f, Lanes theta, out Lanes weight, out Lanes logWeight, out Lanes decay) =>
        End(f, Power(f), out weight, out logWeight, out decay);

    /// <summary>f and a f^b.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    void IStagedKernel.Begin(Lanes f, Lanes theta, Lanes inverseTheta, out Lanes first, out Lanes second) => (first, second) = (f, Power(f));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    void IStagedKernel.End(Lanes first, Lanes second, out Lanes weight, out Lanes logWeight, out Lanes decay) =>
        End(first, second, out weight, out logWeight, out decay);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void End(Lanes f, Lanes scaledPower, out Lanes weight, out Lanes logWeight, out Lanes decay)
    {
        WeightAndDecay(f, scaledPower, out weight, out decay);
        logWeight = -Lanes.LogOnePlusPositive(scaledPower, weight);
    }

    /// <summary>w and psi. No force where f = 0: with b below 1 the slope has no bound there, and no direction.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void WeightAndDecay(Lanes f, Lanes scaledPower, out Lanes weight, out Lanes decay)
    {
        weight = Lanes.Broadcast(1) / (Lanes.Broadcast(1) + scaledPower);
        Lanes soft = Lanes.Max(Lanes.Broadcast(SmallestLane), f + Lanes.Broadcast(laneDelta));
        decay = Lanes.Broadcast(laneB) * (scaledPower * weight) / soft;
    }

    /// <summary>a f^b; 0 at 0.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Lanes Power(Lanes f) => Lanes.Select(
        f > Lanes.Broadcast(SmallestLane), Lanes.Min(Lanes.Broadcast(LargestPower), Lanes.Broadcast(laneA) * power.Of(f)), Lanes.Zero);
}
