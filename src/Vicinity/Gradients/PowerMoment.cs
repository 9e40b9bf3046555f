using System.Runtime.CompilerServices;

namespace Vicinity;

/// <summary>w^s for s of at least <see cref="Least"/>.</summary>
internal readonly struct PowerMoment(double power) : IMoment
{
    /// <summary>Weights below 1e-37 are left out: of a row that is trusted, their powers are together below 1e-8 of all from here on.</summary>
    public const double Least = 0.75;

    private const float Smallest = 1e-37f;

    private readonly ConstantPower power = new(power);

    public bool IsNone => false;

    public bool ReadsLogarithm => false;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Lanes Of(Lanes weight, Lanes logWeight) => Lanes.Select(weight > Lanes.Broadcast(Smallest), power.Of(weight), Lanes.Zero);
}
