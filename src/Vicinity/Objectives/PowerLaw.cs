using System.Runtime.CompilerServices;

namespace Vicinity;

/// <summary>w = (1 + c f)^-e, what all heavy-tailed kernels are, and exp(-f), their limit.</summary>
internal readonly struct PowerLaw
{
    private readonly double scale;
    private readonly double exponent;               // 0 stands for the limit
    private readonly float laneScale;
    private readonly float laneExponent;
    private readonly int halves;                    // 2 e where the power is cheap, else 0

    public PowerLaw(double scale, double exponent)
    {
        this.scale = scale;
        this.exponent = exponent;
        laneScale = (float)scale;
        laneExponent = (float)exponent;
        halves = (2 * exponent) is 1 or 2 or 3 or 4 or 6 ? (int)(2 * exponent) : 0;
    }

    /// <summary>exp(-f).</summary>
    public static PowerLaw Limit => new(0, 0);

    public double LogWeight(double f) => exponent == 0 ? -f : -exponent * NearZero.LogOnePlus(scale * f);

    public double Decay(double f) => exponent == 0 ? 1 : exponent * scale / (1 + (scale * f));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Lanes LogWeight(Lanes f) =>
        laneExponent == 0 ? -f : Lanes.Broadcast(-laneExponent) * Lanes.LogOnePlusPositive(Lanes.Broadcast(laneScale) * f);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Lanes Weight(Lanes f) => halves == 0 ? Lanes.Exp(LogWeight(f)) : CheapPower(Base(f));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Lanes Decay(Lanes f) => laneExponent == 0 ? Lanes.Broadcast(1) : Lanes.Broadcast(laneExponent * laneScale) * Base(f);

    /// <summary>1 / (1 + c f).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Lanes Base(Lanes f) => Lanes.Broadcast(1) / Lanes.FusedMultiplyAdd(Lanes.Broadcast(laneScale), f, Lanes.Broadcast(1));

    /// <summary>w, ln w and psi at once.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Evaluate(Lanes f, out Lanes weight, out Lanes logWeight, out Lanes decay)
    {
        Begin(f, out Lanes first, out Lanes second);
        End(first, second, out weight, out logWeight, out decay);
    }

    /// <summary>ln w, or c f where the power is cheap, and 1 / (1 + c f).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Begin(Lanes f, out Lanes first, out Lanes second)
    {
        Lanes scaled = Lanes.Broadcast(laneScale) * f;
        second = Lanes.Broadcast(1) / (Lanes.Broadcast(1) + scaled);
        first = halves == 0 ? Logarithm(f, scaled, second) : scaled;
    }

    /// <summary>w, ln w and psi from these.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void End(Lanes first, Lanes second, out Lanes weight, out Lanes logWeight, out Lanes decay)
    {
        logWeight = halves == 0 ? first : Logarithm(first, first, second);
        weight = halves == 0 ? Lanes.ExpToBound(first) : CheapPower(second);
        decay = laneExponent == 0 ? Lanes.Broadcast(1) : Lanes.Broadcast(laneExponent * laneScale) * second;
    }

    /// <summary>ln w from f, c f and 1 / (1 + c f).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Lanes Logarithm(Lanes f, Lanes scaled, Lanes inverse) =>
        laneExponent == 0 ? -f : Lanes.Broadcast(-laneExponent) * Lanes.LogOnePlusPositive(scaled, inverse);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Lanes CheapPower(Lanes inverse) => halves switch
    {
        1 => Lanes.Sqrt(inverse),
        2 => inverse,
        3 => inverse * Lanes.Sqrt(inverse),
        4 => inverse * inverse,
        _ => inverse * inverse * inverse,
    };
}
