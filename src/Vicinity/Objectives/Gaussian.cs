using System.Runtime.CompilerServices;

namespace Vicinity;

/// <summary>The kernel of SNE, w = exp(-beta f).</summary>
public readonly struct Gaussian : IKernel
{
    private readonly float slope;                // -beta: what a lane is multiplied by

    /// <summary>A Gaussian of precision beta = 1 / (2 sigma^2).</summary>
    /// <param name="beta">Above 0; 1 is that of SNE.</param>
    /// <exception cref="ArgumentOutOfRangeException">The precision is not a positive number.</exception>
    public Gaussian(float beta)
    {
        if (!(beta > 0) || !float.IsFinite(beta))
        {
            throw new ArgumentOutOfRangeException(nameof(beta), beta, $"The precision of a Gaussian must be a positive number, not {beta}; SNE uses 1.");
        }

        slope = -beta;
    }

    /// <summary>Precision, 1 / (2 sigma^2).</summary>
    public float Beta => -slope;

    /// <inheritdoc />
    public bool IsPerPoint => false;

    /// <inheritdoc />
    public double LogWeight(double f, double theta) => slope * f;

    /// <inheritdoc />
    public double Decay(double f, double theta) => -slope;

    /// <inheritdoc />
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Lanes LogWeight(Lanes f, Lanes theta) => Lanes.Broadcast(slope) * f;

    /// <inheritdoc />
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Lanes Weight(Lanes f, Lanes theta) => Lanes.Exp(LogWeight(f, theta));

    /// <inheritdoc />
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Lanes Decay(Lanes f, Lanes theta) => Lanes.Broadcast(-slope);
}
