using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Vicinity;

/// <summary>Point-wise normalisation: w (1/S_i + 1/S_j), because the force on i comes from row i and from row j.</summary>
/// <param name="factors">One per point, padded with zeros to a multiple of sixteen.</param>
internal readonly struct RowScaled(float[] factors) : IPairScale
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Lanes Apply(Lanes weight, int i, int j) =>
        weight * (Lanes.Broadcast(factors[i]) + Lanes.Load(ref MemoryMarshal.GetArrayDataReference(factors), j));
}
