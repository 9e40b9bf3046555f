using System.Runtime.CompilerServices;

namespace Vicinity;

/// <summary>The kernel of SNE, w = exp(-beta f).</summary>
public readonly struct Gaussian : IKernel
{
    private const double Log2E = 1.4426950408889634;

    private readonly float laneBeta;
    private readonly float binarySlope;             // w = 2^(binarySlope f)
    private readonly float zeroFrom;                // the f from which on that is 0 in float

    /// <summary>A Gaussian of precision beta = 1 / (2 sigma^2).</summary>
    /// <param name="beta">Above 0; 1 is that of SNE.</param>
    /// <exception cref="ArgumentOutOfRangeException">The precision is not a positive number.</exception>
    public Gaussian(double beta)
    {
        Beta = ParameterRange.Positive(beta);
        laneBeta = (float)beta;
        binarySlope = (float)(-beta * Log2E);
        zeroFrom = (float)(127 / (beta * Log2E));
    }

    /// <summary>Precision, 1 / (2 sigma^2).</summary>
    public double Beta { get; }

    /// <inheritdoc />
    public bool IsPerPoint => false;

    /// <inheritdoc />
    public double LogWeight(double f, double theta) => -Beta * f;

    /// <inheritdoc />
    public double Decay(double f, double theta) => Beta;

    /// <inheritdoc />
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Lanes LogWeight(Lanes f, Lanes theta) => -(Lanes.Broadcast(laneBeta) * f);

    /// <inheritdoc />
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Lanes Weight(Lanes f, Lanes theta) =>
        Lanes.BoundedExp2(Lanes.Min(f, Lanes.Broadcast(zeroFrom)), Lanes.Broadcast(binarySlope));

    /// <inheritdoc />
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Lanes Decay(Lanes f, Lanes theta) => Lanes.Broadcast(laneBeta);
}
