namespace Vicinity;

/// <summary>
/// The few points that would stretch a grid beyond what it may have. On the grid they have no charge and stand at its edge.
/// </summary>
internal sealed unsafe class FarPoints
{
    private readonly OrderedPoints points;
    private readonly int dimensions;
    private readonly int most;
    private PinnedBuffer<float>? axes;
    private PinnedBuffer<float>? charges;

    /// <param name="points">All points.</param>
    /// <param name="dimensions">1, 2 or 3.</param>
    /// <param name="most">The most that there may be.</param>
    public FarPoints(OrderedPoints points, int dimensions, int most)
    {
        this.points = points;
        this.dimensions = dimensions;
        this.most = most;
    }

    /// <summary>Their places, ascending.</summary>
    public int[] Places { get; private set; } = [];

    /// <summary>The coordinates for the grid.</summary>
    public float* Axes => Places.Length == 0 ? points.Axes.Pointer : axes!.Pointer;

    /// <summary>The charges for the grid; null for 1.</summary>
    public float* Charges => Places.Length == 0 ? null : charges!.Pointer;

    /// <summary>The lower corner of the others.</summary>
    public float[] Low { get; } = new float[3];

    /// <summary>The longest edge of the box of the others.</summary>
    public double Span { get; private set; }

    /// <summary>Chooses the points outside of a window around the median, if the map is wider than it; none if they would be too many.</summary>
    public void Choose(double width)
    {
        Places = [];
        points.Low.CopyTo(Low, 0);
        Span = points.Span;
        if (Span <= width)
        {
            return;
        }

        float[] middle = [.. Enumerable.Range(0, dimensions).Select(Median)];
        float reach = (float)(width / 2);
        int[] outside = [.. Enumerable.Range(0, points.Count).Where(i => !IsNear(i, middle, reach)).Take(most + 1)];
        if (outside.Length <= most)
        {
            Places = outside;
            TakeApart();
        }
    }

    private ReadOnlySpan<float> Axis(int d) => points.Axes.Span.Slice(d * points.Length, points.Count);

    private float Median(int d)
    {
        float[] sorted = Axis(d).ToArray();
        Array.Sort(sorted);
        return sorted[sorted.Length / 2];
    }

    private bool IsNear(int i, float[] middle, float reach)
    {
        for (int d = 0; d < dimensions; d++)
        {
            if (!(Math.Abs(Axis(d)[i] - middle[d]) <= reach))
            {
                return false;
            }
        }

        return true;
    }

    private void TakeApart()
    {
        axes ??= new(points.Length * dimensions);
        charges ??= new(points.Length);
        points.Axes.Span.CopyTo(axes.Span);
        charges.Span[..points.Count].Fill(1);
        foreach (int far in Places)
        {
            charges.Span[far] = 0;
        }

        Span = 0;
        for (int d = 0; d < dimensions; d++)
        {
            TakeApart(d, axes.Span.Slice(d * points.Length, points.Count), charges.Span);
        }
    }

    /// <summary>Finds the box of the others along one axis and brings the far points into it.</summary>
    private void TakeApart(int d, Span<float> axis, ReadOnlySpan<float> charged)
    {
        float low = float.PositiveInfinity;
        float high = float.NegativeInfinity;
        for (int i = 0; i < axis.Length; i++)
        {
            low = charged[i] > 0 ? Math.Min(low, axis[i]) : low;
            high = charged[i] > 0 ? Math.Max(high, axis[i]) : high;
        }

        for (int k = 0; k < Places.Length; k++)
        {
            axis[Places[k]] = low;
        }

        Low[d] = low;
        Span = Math.Max(Span, (double)high - low);
    }
}
