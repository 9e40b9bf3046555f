using System.Runtime.CompilerServices;

namespace Vicinity;

/// <summary>The kernel of SNE, w = exp(-beta f).</summary>
public readonly struct Gaussian : IKernel
{
    private const double Log2E = 1.4426950408889634;

    private readonly float beta;
    private readonly float binarySlope;             // w = 2^(binarySlope f)
    private readonly float zeroFrom;                // the f from which on that is 0 in float

    /// <summary>A Gaussian of precision beta = 1 / (2 sigma^2).</summary>
    /// <param name="beta">Above 0; 1 is that of SNE.</param>
    /// <exception cref="ArgumentOutOfRangeException">The precision is not a positive number.</exception>
    public Gaussian(float beta)
    {
        if (!(beta > 0) || !float.IsFinite(beta))
        {
            throw new ArgumentOutOfRangeException(nameof(beta), beta, $"The precision of a Gaussian must be a positive number, not {beta}; SNE uses 1.");
        }

        this.beta = beta;
        binarySlope = (float)(-beta * Log2E);
        zeroFrom = (float)(127 / (beta * Log2E));
    }

    /// <summary>Precision, 1 / (2 sigma^2).</summary>
    public float Beta => beta;

    /// <inheritdoc />
    public bool IsPerPoint => false;

    /// <inheritdoc />
    public double LogWeight(double f, double theta) => -beta * f;

    /// <inheritdoc />
    public double Decay(double f, double theta) => beta;

    /// <inheritdoc />
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Lanes LogWeight(Lanes f, Lanes theta) => -(Lanes.Broadcast(beta) * f);

    /// <inheritdoc />
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Lanes Weight(Lanes f, Lanes theta) =>
        Lanes.BoundedExp2(Lanes.Min(f, Lanes.Broadcast(zeroFrom)), Lanes.Broadcast(binarySlope));

    /// <inheritdoc />
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Lanes Decay(Lanes f, Lanes theta) => Lanes.Broadcast(beta);
}
