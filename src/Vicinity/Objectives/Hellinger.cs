using System.Runtime.CompilerServices;

namespace Vicinity;

/// <summary>The squared Hellinger distance, sum (sqrt p - sqrt q)^2.</summary>
public readonly struct Hellinger : IDivergence, IFarLaw
{
    /// <inheritdoc />
    public FarLaw? FarLaw => new(1);

    /// <inheritdoc />
    public bool IsSeparable => false;

    /// <inheritdoc />
    public double Term(double p, double q, double lnQ)
    {
        double difference = Math.Sqrt(p) - Math.Sqrt(q);
        return difference * difference;
    }

    /// <inheritdoc />
    public double Pull(double p, double q, double lnQ) => q - (Math.Sqrt(p) * Math.Sqrt(q));

    /// <inheritdoc />
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Lanes Term(Lanes p, Lanes q, Lanes lnQ)
    {
        Lanes difference = Lanes.Sqrt(p) - Lanes.Sqrt(q);
        return difference * difference;
    }

    /// <inheritdoc />
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Lanes Pull(Lanes p, Lanes q, Lanes lnQ) => q - (Lanes.Sqrt(p) * Lanes.Sqrt(q));
}
