using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Vicinity;

/// <summary>Where a row leaves what it does to its columns: one stretch of padded length per sum.</summary>
internal readonly ref struct ColumnSums<TDimensions>(Span<float> values, int stride)
    where TDimensions : struct, IDimensions
{
    private readonly ref float origin = ref MemoryMarshal.GetReference(values);
    private readonly int stride = stride;

    /// <summary>Adds to sixteen columns.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(int stream, int j, Lanes value)
    {
        int place = (stream * stride) + j;
        (Lanes.Load(ref origin, place) + value).Store(ref origin, place);
    }

    /// <summary>Takes the push k d in one dimension from sixteen columns, and returns the sum of the row with it; nothing in dimensions that there are not.</summary>
    /// <param name="dimension">The dimension.</param>
    /// <param name="term">0 for the force, 1 for that of the second term.</param>
    /// <param name="j">The first of the columns.</param>
    /// <param name="k">Force constants.</param>
    /// <param name="difference">y_i - y_j.</param>
    /// <param name="sum">The sum of the row.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Lanes Push(int dimension, int term, int j, Lanes k, Lanes difference, Lanes sum)
    {
        if (dimension >= default(TDimensions).Count)
        {
            return sum;
        }

        int place = (((term * default(TDimensions).Count) + dimension) * stride) + j;
        Lanes.FusedMultiplyAdd(-k, difference, Lanes.Load(ref origin, place)).Store(ref origin, place);
        return Lanes.FusedMultiplyAdd(k, difference, sum);
    }
}
