using System.Runtime.CompilerServices;

namespace Vicinity;

/// <summary>What pairs within the core of a radial function have beyond the smooth one, pair by pair.</summary>
internal static unsafe class CorePairs<TRadial, TDimensions>
    where TRadial : struct, IRadial
    where TDimensions : struct, IDimensions
{
    /// <summary>sum_j c_j F (y_i - y_j) over the other points in a stretch.</summary>
    /// <param name="radial">F.</param>
    /// <param name="core">F as a grid has it; null if the whole of F is summed, at any distance.</param>
    /// <param name="cells">The points.</param>
    /// <param name="charges">c at the places; null for 1.</param>
    /// <param name="i">The place of the point.</param>
    /// <param name="first">The first place of the stretch.</param>
    /// <param name="end">The place behind it.</param>
    /// <param name="sum">What is added to.</param>
    [MethodImpl(HotLoop.Alone)]
    public static void AddForces(TRadial radial, SmoothCore? core, CellList cells, float* charges, int i, int first, int end, ref RowForce sum)
    {
        (Lanes sumX, Lanes sumY, Lanes sumZ) = (Lanes.Zero, Lanes.Zero, Lanes.Zero);
        Lanes edge = Lanes.Broadcast(core is null ? float.MaxValue : (float)core.Edge);
        for (int j = first; j < end; j += Lanes.Count)
        {
            Lanes f = Way(cells, i, j, out Lanes dx, out Lanes dy, out Lanes dz);
            LaneMask near = (Lanes.Indices < Lanes.Broadcast(end - j)) & (f < edge) & (f > Lanes.Zero);
            Lanes push = radial.At(f);
            push = core is null ? push : push - core.Inside(f);
            push = Lanes.Select(near, charges == null ? push : push * Lanes.Load(ref *charges, j), Lanes.Zero);
            sumX = Lanes.FusedMultiplyAdd(push, dx, sumX);
            sumY = Lanes.FusedMultiplyAdd(push, dy, sumY);
            sumZ = Lanes.FusedMultiplyAdd(push, dz, sumZ);
        }

        sum.Add(sumX.Sum(), sumY.Sum(), sumZ.Sum());
    }

    /// <summary>sum_j of the function over the other points in a stretch; parameters as above.</summary>
    [MethodImpl(HotLoop.Alone)]
    public static double Values(TRadial radial, SmoothCore core, CellList cells, int i, int first, int end)
    {
        Lanes sum = Lanes.Zero;
        Lanes edge = Lanes.Broadcast((float)core.Edge);
        for (int j = first; j < end; j += Lanes.Count)
        {
            Lanes f = Way(cells, i, j, out _, out _, out _);
            LaneMask near = (Lanes.Indices < Lanes.Broadcast(end - j)) & (f < edge) & !Lanes.AreEqual(Lanes.Indices, Lanes.Broadcast(i - j));
            sum += Lanes.Select(near, radial.At(f) - core.Inside(f), Lanes.Zero);
        }

        return sum.Sum();
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Lanes Way(CellList cells, int i, int j, out Lanes dx, out Lanes dy, out Lanes dz)
    {
        float* x = cells.Axes.Pointer;
        float* y = default(TDimensions).Count > 1 ? x + cells.Length : x;
        float* z = default(TDimensions).Count > 2 ? y + cells.Length : x;
        dx = Lanes.Broadcast(x[i]) - Lanes.Load(ref *x, j);
        dy = default(TDimensions).Count > 1 ? Lanes.Broadcast(y[i]) - Lanes.Load(ref *y, j) : Lanes.Zero;
        dz = default(TDimensions).Count > 2 ? Lanes.Broadcast(z[i]) - Lanes.Load(ref *z, j) : Lanes.Zero;
        return RowGeometry<TDimensions>.Squared(dx, dy, dz);
    }
}
