using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Vicinity;

/// <summary>p of one point at a time, read into two rows.</summary>
internal readonly struct ScratchRows(float[] theres, float[] backs) : IPairRows
{
    /// <summary>p_ij for all j.</summary>
    public float[] Theres => theres;

    /// <summary>p_ji for all j.</summary>
    public float[] Backs => backs;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Lanes There(int i, int j) => Lanes.Load(ref MemoryMarshal.GetArrayDataReference(theres), j);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Lanes Back(int i, int j) => Lanes.Load(ref MemoryMarshal.GetArrayDataReference(backs), j);
}
