using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Vicinity;

/// <summary>Where sixteen points that follow each other stand on a grid.</summary>
internal unsafe struct MeshCorners<TSpline, TDimensions>
    where TSpline : struct, ISpline
    where TDimensions : struct, IDimensions
{
    /// <summary>Points in a batch.</summary>
    public const int Count = 16;

    private fixed int places[Count];
    private fixed float ways[3 * Count];

    /// <summary>Finds them; numbers behind the last point are read, and the places that they give are never asked for.</summary>
    /// <param name="axes">One stretch of coordinates per dimension.</param>
    /// <param name="length">Way from one stretch to the next.</param>
    /// <param name="first">The first of the points.</param>
    /// <param name="placement">Where the grid lies.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Find(float* axes, nint length, int first, MeshPlacement placement)
    {
        Vector512<int> place = Split(axes + first, placement.X, placement, 0);
        if (default(TDimensions).Count > 1)
        {
            place += Split(axes + length + first, placement.Y, placement, 1) * placement.Stride;
        }

        if (default(TDimensions).Count > 2)
        {
            place += Split(axes + (2 * length) + first, placement.Z, placement, 2) * (placement.Stride * placement.Rows);
        }

        fixed (int* to = places)
        {
            place.Store(to);
        }
    }

    /// <summary>The first grid place that a point touches.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly nint Place(int k) => places[k];

    /// <summary>How far a point is behind the grid place before it, along one axis.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly float Way(int k, int dimension) => ways[(dimension * Count) + k];

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Vector512<int> Split(float* axis, float low, MeshPlacement placement, int dimension)
    {
        Vector512<float> u = ((Vector512.Load(axis) - Vector512.Create(low)) * Vector512.Create(placement.Scale)) + Vector512.Create((float)placement.Before);
        Vector512<int> whole = Vector512.ConvertToInt32Native(u);
        fixed (float* to = ways)
        {
            (u - Vector512.ConvertToSingle(whole)).Store(to + (dimension * Count));
        }

        return whole + Vector512.Create(1 - (default(TSpline).Support / 2));
    }
}
