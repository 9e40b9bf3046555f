using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Vicinity;

/// <summary>What the stages of one row of several scales leave to each other, numbers per pair.</summary>
internal readonly ref struct ScaleRoom(TileRow at, TileRoom room)
{
    private readonly ref float origin = ref Unsafe.Subtract(ref MemoryMarshal.GetReference(room.Stages), at.First);

    /// <summary>p_ij.</summary>
    public Stretch There => new(ref origin, 0);

    /// <summary>p_ji.</summary>
    public Stretch Back => new(ref origin, 1);

    /// <summary>q_ij, the mean over scales.</summary>
    public Stretch MeanThere => new(ref origin, 2);

    /// <summary>q_ji.</summary>
    public Stretch MeanBack => new(ref origin, 3);

    /// <summary>The mean over scales of w.</summary>
    public Stretch MeanWeight => new(ref origin, 4);

    /// <summary>dC/dq_ij.</summary>
    public Stretch SlopeThere => new(ref origin, 5);

    /// <summary>dC/dq_ji.</summary>
    public Stretch SlopeBack => new(ref origin, 6);

    /// <summary>Numbers per pair for so many scales.</summary>
    public static int Stretches(int scales) => 7 + scales;

    /// <summary>Where p_ij of a row is written.</summary>
    public static Span<float> Theres(TileRoom room) => room.Stages[..Triangle.TileColumns];

    /// <summary>Where p_ji of a row is written.</summary>
    public static Span<float> Backs(TileRoom room) => room.Stages.Slice(Triangle.TileColumns, Triangle.TileColumns);

    /// <summary>w of scale u.</summary>
    public Stretch Weight(int u) => new(ref origin, 7 + u);

    /// <summary>One number for every column of a row.</summary>
    internal readonly ref struct Stretch
    {
        private readonly ref float origin;

        public Stretch(ref float room, int number) => origin = ref Unsafe.Add(ref room, number * Triangle.TileColumns);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public Lanes Sixteen(int j) => Lanes.Load(ref origin, j);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Set(int j, Lanes values) => values.Store(ref origin, j);
    }
}
