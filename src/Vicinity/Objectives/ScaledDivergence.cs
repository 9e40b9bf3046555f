using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Vicinity;

/// <summary>A multiple of another cost: its terms and pulls times a factor.</summary>
/// <typeparam name="TDivergence">The cost, a struct.</typeparam>
/// <param name="divergence">Its parameters.</param>
/// <param name="factor">The factor, above 0.</param>
[StructLayout(LayoutKind.Auto)]
public readonly struct ScaledDivergence<TDivergence>(TDivergence divergence, double factor) : IDivergence, IFarLaw
    where TDivergence : struct, IDivergence
{
    private readonly TDivergence divergence = divergence;
    private readonly float laneFactor = (float)factor;

    /// <summary>The factor.</summary>
    public double Factor { get; } = factor;

    /// <inheritdoc />
    public FarLaw? FarLaw => (divergence as IFarLaw)?.FarLaw is { } law
        ? law with { Linear = Factor * law.Linear, Curved = Factor * law.Curved }
        : null;

    /// <inheritdoc />
    public bool IsSeparable => divergence.IsSeparable;

    /// <inheritdoc />
    public double Term(double p, double q, double lnQ) => Factor * divergence.Term(p, q, lnQ);

    /// <inheritdoc />
    public double Pull(double p, double q, double lnQ) => Factor * divergence.Pull(p, q, lnQ);

    /// <inheritdoc />
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Lanes Term(Lanes p, Lanes q, Lanes lnQ) => Lanes.Broadcast(laneFactor) * divergence.Term(p, q, lnQ);

    /// <inheritdoc />
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Lanes Pull(Lanes p, Lanes q, Lanes lnQ) => Lanes.Broadcast(laneFactor) * divergence.Pull(p, q, lnQ);
}
