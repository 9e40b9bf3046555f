using System.Runtime.CompilerServices;

namespace Vicinity;

/// <summary>The I-divergence of weights that are not normalised, sum p ln(p / q) + lambda (q - p), here p = v and q = w.</summary>
/// <remarks>With a Student t kernel and lambda below 1 it is the cost of t-EE, the elastic embedding with heavy tails (times the number of points).</remarks>
public readonly struct GeneralizedKullbackLeibler : IDivergence, IFarLaw
{
    private readonly float laneLambda;

    /// <summary>An I-divergence whose repulsion is weighted.</summary>
    /// <param name="lambda">Weight of the repulsion, at least 0: 1 is the I-divergence, 0.01 the default of t-EE.</param>
    /// <exception cref="ArgumentOutOfRangeException">Lambda is not a number of at least 0.</exception>
    public GeneralizedKullbackLeibler(double lambda)
    {
        Lambda = ParameterRange.NotNegative(lambda);
        laneLambda = (float)lambda;
    }

    /// <summary>Weight of the repulsion, at least 0: 1 is the I-divergence, 0.01 the default of t-EE.</summary>
    public double Lambda { get; }

    /// <inheritdoc />
    public FarLaw? FarLaw => new(Lambda);

    /// <inheritdoc />
    public bool IsSeparable => false;

    /// <inheritdoc />
    public double Term(double p, double q, double lnQ) => default(KullbackLeibler).Term(p, q, lnQ) + (Lambda * (q - p));

    /// <inheritdoc />
    public double Pull(double p, double q, double lnQ) => (Lambda * q) - p;

    /// <inheritdoc />
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Lanes Term(Lanes p, Lanes q, Lanes lnQ) =>
        default(KullbackLeibler).Term(p, q, lnQ) + (Lanes.Broadcast(laneLambda) * (q - p));

    /// <inheritdoc />
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Lanes Pull(Lanes p, Lanes q, Lanes lnQ) => Lanes.FusedMultiplyAdd(Lanes.Broadcast(laneLambda), q, -p);
}
