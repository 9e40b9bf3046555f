namespace Vicinity;

/// <summary>Points sorted by square cells, so that all that are within a cell's edge of a point stand in a few stretches of memory.</summary>
internal sealed unsafe class CellList
{
    private readonly int dimensions;
    private readonly int[] cells;
    private readonly int[] columns = [1, 1, 1];         // cells along an axis, one in front and one behind included
    private readonly float[] low = new float[3];
    private readonly float[] high = new float[3];
    private int[] starts = [];
    private float inverse;

    public CellList(int count, int dimensions)
    {
        Count = count;
        this.dimensions = dimensions;
        Length = Coordinates.PaddedLength(count) + Lanes.Count;
        Axes = new(dimensions * Length);
        Order = new int[count];
        cells = new int[count];
    }

    public int Count { get; }

    /// <summary>Way from one axis to the next; lanes may be loaded from any place.</summary>
    public int Length { get; }

    /// <summary>The coordinates in the order of the cells, one stretch per dimension.</summary>
    public PinnedBuffer<float> Axes { get; }

    /// <summary>Which point stands at a place.</summary>
    public int[] Order { get; }

    /// <summary>The lower corner of the box around all points.</summary>
    public ReadOnlySpan<float> Low => low;

    /// <summary>Finds the box of the points.</summary>
    /// <returns>Its longest edge.</returns>
    public double Measure(Coordinates positions)
    {
        double span = 0;
        for (int d = 0; d < dimensions; d++)
        {
            (low[d], high[d]) = (float.PositiveInfinity, float.NegativeInfinity);
            foreach (float value in positions.Axis(d)[..Count])
            {
                low[d] = Math.Min(low[d], value);
                high[d] = Math.Max(high[d], value);
            }

            span = Math.Max(span, (double)high[d] - low[d]);
        }

        return span;
    }

    /// <summary>Counts the points of cells.</summary>
    /// <param name="positions">Y, as measured.</param>
    /// <param name="edge">Of a cell.</param>
    /// <returns>The number of ordered pairs in the same cell or in two that touch.</returns>
    public double CountPairs(Coordinates positions, double edge)
    {
        inverse = (float)(1 / edge);
        int total = 1;
        for (int d = 0; d < dimensions; d++)
        {
            columns[d] = (int)((high[d] - low[d]) * inverse) + 3;
            total *= columns[d];
        }

        starts = new int[total + 1];
        for (int i = 0; i < Count; i++)
        {
            cells[i] = CellOf(positions, i);
            starts[cells[i] + 1]++;
        }

        for (int c = 0; c < total; c++)
        {
            starts[c + 1] += starts[c];
        }

        double pairs = 0;
        for (int c = 0; c < total; c++)
        {
            for (int line = 0; starts[c + 1] > starts[c] && line < Lines; line++)
            {
                (int first, int end) = Stretch(c, line);
                pairs += (double)(starts[c + 1] - starts[c]) * (end - first);
            }
        }

        return pairs;
    }

    /// <summary>Sorts the points by the cells that were counted.</summary>
    public void Sort(Coordinates positions)
    {
        int[] next = starts[..^1];
        for (int i = 0; i < Count; i++)
        {
            int place = next[cells[i]]++;
            Order[place] = i;
            for (int d = 0; d < dimensions; d++)
            {
                Axes.Pointer[(d * Length) + place] = positions.Axis(d)[i];
            }
        }
    }

    /// <summary>Lines of three cells around a cell, itself included.</summary>
    public int Lines => dimensions switch { 1 => 1, 2 => 3, _ => 9 };

    /// <summary>The cell of the point at a place.</summary>
    public int CellAt(int place) => cells[Order[place]];

    /// <summary>The places of the points in one of the lines around a cell.</summary>
    public (int First, int End) Stretch(int cell, int line)
    {
        int middle = cell + (columns[0] * ((line % 3) - (dimensions > 1 ? 1 : 0))) + (dimensions > 2 ? columns[0] * columns[1] * ((line / 3) - 1) : 0);
        return (starts[middle - 1], starts[middle + 2]);
    }

    private int CellOf(Coordinates positions, int i)
    {
        int cell = Column(positions, i, 0);
        cell += dimensions > 1 ? columns[0] * Column(positions, i, 1) : 0;
        return cell + (dimensions > 2 ? columns[0] * columns[1] * Column(positions, i, 2) : 0);
    }

    private int Column(Coordinates positions, int i, int d) => 1 + (int)((positions.Axis(d)[i] - low[d]) * inverse);
}
