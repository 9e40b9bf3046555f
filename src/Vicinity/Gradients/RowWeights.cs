using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Vicinity;

/// <summary>The weights between one point and some later ones, sixteen at a time; where they come in stages, the first is done here for the whole row.</summary>
internal readonly ref struct RowWeights<TWeights, TPoint, TDimensions>
    where TWeights : struct, IPairWeights<TPoint>
    where TPoint : struct
    where TDimensions : struct, IDimensions
{
    /// <summary>Numbers per pair that the first stage leaves to the other, two in either direction.</summary>
    public const int Stretches = 4;

    private const int DirectionRoom = Stretches / 2 * Triangle.TileColumns;

    private readonly TWeights weights;
    private readonly TPoint here;
    private readonly ref float there;
    private readonly ref float back;

    /// <param name="weights">The weights.</param>
    /// <param name="positions">Y.</param>
    /// <param name="at">The row.</param>
    /// <param name="room">Where the first stage leaves its numbers.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public RowWeights(TWeights weights, Coordinates positions, TileRow at, Span<float> room)
    {
        this.weights = weights;
        here = weights.One(at.I);
        if (weights.IsStaged)
        {
            ref float origin = ref MemoryMarshal.GetReference(room);
            Begin(weights, positions, at, ref origin);
            there = ref Unsafe.Subtract(ref origin, at.First);
            back = ref Unsafe.Add(ref there, DirectionRoom);
        }
    }

    /// <summary>w_ij, ln w_ij and psi_ij for the sixteen points from j on.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void There(Lanes f, int j, out Lanes weight, out Lanes logWeight, out Lanes decay)
    {
        TPoint other = weights.Sixteen(j);
        if (weights.IsStaged)
        {
            weights.End(Stage(ref there, j, 0), Stage(ref there, j, 1), here, other, out weight, out logWeight, out decay);
        }
        else
        {
            weights.Evaluate(f, here, other, out weight, out logWeight, out decay);
        }
    }

    /// <summary>w_ji, ln w_ji and psi_ji.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Back(Lanes f, int j, out Lanes weight, out Lanes logWeight, out Lanes decay)
    {
        TPoint other = weights.Sixteen(j);
        if (weights.IsStaged)
        {
            weights.End(Stage(ref back, j, 0), Stage(ref back, j, 1), other, here, out weight, out logWeight, out decay);
        }
        else
        {
            weights.Evaluate(f, other, here, out weight, out logWeight, out decay);
        }
    }

    /// <summary>The first stage.</summary>
    [MethodImpl(HotLoop.Alone)]
    private static void Begin(TWeights weights, Coordinates positions, TileRow at, ref float room)
    {
        RowGeometry<TDimensions> row = new(positions, at.I);
        TPoint here = weights.One(at.I);
        for (int j = at.First; j < at.End; j += Lanes.Count)
        {
            Lanes f = row.Squared(j);
            TPoint other = weights.Sixteen(j);
            weights.Begin(f, here, other, out Lanes first, out Lanes second);
            first.Store(ref room, j - at.First);
            second.Store(ref room, j - at.First + Triangle.TileColumns);
            if (!weights.IsSymmetric)
            {
                weights.Begin(f, other, here, out first, out second);
                first.Store(ref room, j - at.First + DirectionRoom);
                second.Store(ref room, j - at.First + DirectionRoom + Triangle.TileColumns);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Lanes Stage(ref float room, int k, int number) => Lanes.Load(ref room, k + (number * Triangle.TileColumns));
}
