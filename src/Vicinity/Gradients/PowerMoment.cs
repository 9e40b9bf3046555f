using System.Runtime.CompilerServices;

namespace Vicinity;

/// <summary>w^s for s of at least <see cref="Least"/>.</summary>
internal readonly struct PowerMoment(double power) : IMoment
{
    /// <summary>Powers of the weights that are left out, those below 1e-37, are next to nothing from here on.</summary>
    public const double Least = 0.75;

    private const float Smallest = 1e-37f;

    private readonly ConstantPower power = new(power);

    public bool IsNone => false;

    public bool ReadsLogarithm => false;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Lanes Of(Lanes weight, Lanes logWeight) => Lanes.Select(weight > Lanes.Broadcast(Smallest), power.Of(weight), Lanes.Zero);
}
