using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Vicinity;

/// <summary>p from a dense matrix and its transpose, which are one where p is symmetric.</summary>
internal readonly struct TableRows(PairMatrix there, PairMatrix back) : IPairRows
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Lanes There(int i, int j) => Lanes.Load(ref MemoryMarshal.GetReference(there.Row(i)), j);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Lanes Back(int i, int j) => Lanes.Load(ref MemoryMarshal.GetReference(back.Row(i)), j);
}
