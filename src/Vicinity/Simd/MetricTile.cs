using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Vicinity;

/// <summary>Distances, or counts that make them, between 6 rows x and 16 columns y, coordinate by coordinate.</summary>
/// <remarks>Six rows fill the registers of 256 bits; every pair is one chain in the order of d, so its bits depend on nothing else.</remarks>
internal static unsafe class MetricTile
{
    /// <summary>Rows of a panel: x is packed as [d][Rows].</summary>
    public const int Rows = 6;

    /// <summary>Columns of a panel: y is packed as [d][Columns].</summary>
    public const int Columns = 16;

    /// <summary>One tile.</summary>
    /// <param name="x">A panel of rows.</param>
    /// <param name="y">A panel of columns.</param>
    /// <param name="depth">Coordinates.</param>
    /// <param name="sums">Receives row after row.</param>
    /// <param name="stride">Floats from one row of <paramref name="sums"/> to the next.</param>
    [MethodImpl(HotLoop.Alone)]
    public static void Measure<TStep>(float* x, float* y, int depth, float* sums, nint stride)
        where TStep : struct, IPairStep
    {
        TStep step = default;
        Vector512<float> s0 = Vector512<float>.Zero;
        Vector512<float> s1 = s0;
        Vector512<float> s2 = s0;
        Vector512<float> s3 = s0;
        Vector512<float> s4 = s0;
        Vector512<float> s5 = s0;
        for (int d = 0; d < depth; d++)
        {
            Vector512<float> column = Vector512.Load(y);
            s0 = step.Add(s0, Vector512.Create(x[0]), column);
            s1 = step.Add(s1, Vector512.Create(x[1]), column);
            s2 = step.Add(s2, Vector512.Create(x[2]), column);
            s3 = step.Add(s3, Vector512.Create(x[3]), column);
            s4 = step.Add(s4, Vector512.Create(x[4]), column);
            s5 = step.Add(s5, Vector512.Create(x[5]), column);
            x += Rows;
            y += Columns;
        }

        s0.Store(sums);
        s1.Store(sums + stride);
        s2.Store(sums + (2 * stride));
        s3.Store(sums + (3 * stride));
        s4.Store(sums + (4 * stride));
        s5.Store(sums + (5 * stride));
    }
}
