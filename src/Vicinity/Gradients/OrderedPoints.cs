namespace Vicinity;

/// <summary>The positions in an order in which neighbours in the map are neighbours in memory.</summary>
internal sealed unsafe class OrderedPoints
{
    private const int BlockSize = 4096;

    /// <summary>By then a map has its neighbourhoods (docs/decisions/0011-particle-mesh.md): one sort is enough.</summary>
    private const int TakesUntilSort = 49;

    /// <summary>Iterations between two looks at the error of what is summed.</summary>
    private const int TakesPerCheck = 10;

    private readonly int dimensions;
    private readonly int threads;
    private readonly float[] lows;
    private readonly float[] highs;
    private readonly bool isFixed;
    private int taken;

    /// <param name="count">Points.</param>
    /// <param name="dimensions">1, 2 or 3.</param>
    /// <param name="threads">Cores to use.</param>
    /// <param name="order">An order that stays: which point stands at a place. Null: by the cells of the map.</param>
    public OrderedPoints(int count, int dimensions, int threads, int[]? order = null)
    {
        Count = count;
        isFixed = order is not null;
        this.dimensions = dimensions;
        this.threads = threads;
        Length = Coordinates.PaddedLength(count);
        Axes = new(Length * dimensions);
        Pairs = new(dimensions == 2 ? 2 * Length : 0);
        Order = order ?? [.. Enumerable.Range(0, count)];
        Places = Inverse(Order);
        Forces = new(Length * dimensions);
        int blocks = Blocks.Count(count, BlockSize);
        lows = new float[blocks * dimensions];
        highs = new float[blocks * dimensions];
    }

    public int Count { get; }

    /// <summary>Padded length of an axis.</summary>
    public int Length { get; }

    /// <summary>One stretch of coordinates per dimension.</summary>
    public PinnedBuffer<float> Axes { get; }

    /// <summary>In two dimensions x and y of a point side by side.</summary>
    public PinnedBuffer<float> Pairs { get; }

    /// <summary>How often the order has changed.</summary>
    public int Sorts { get; private set; }

    /// <summary>Which point stands at a place.</summary>
    public int[] Order { get; private set; }

    /// <summary>Where a point stands.</summary>
    public int[] Places { get; private set; }

    /// <summary>Room for the forces at the places, all numbers of a place side by side.</summary>
    public PinnedBuffer<float> Forces { get; }

    /// <summary>True if the positions are those of an iteration in which the error of what is summed shall be measured.</summary>
    public bool IsCheckDue => taken % TakesPerCheck == 1;

    /// <summary>The lower corner of the bounding box.</summary>
    public float[] Low { get; } = new float[3];

    /// <summary>The longest edge of the bounding box.</summary>
    public double Span { get; private set; }

    /// <summary>Brings positions into the order and finds their box.</summary>
    public void Take(Coordinates positions)
    {
        Blocks.Run(Count, BlockSize, threads, (block, first, end) =>
        {
            for (int d = 0; d < dimensions; d++)
            {
                TakeAxis(positions.Axis(d), d, block, first, end);
            }
        });
        Span = 0;
        for (int d = 0; d < dimensions; d++)
        {
            float high = float.NegativeInfinity;
            Low[d] = float.PositiveInfinity;
            for (int block = d; block < lows.Length; block += dimensions)
            {
                Low[d] = Math.Min(Low[d], lows[block]);
                high = Math.Max(high, highs[block]);
            }

            Span = Math.Max(Span, (double)high - Low[d]);
        }
    }

    /// <summary>Takes the positions of another iteration; sorts them at the first and once more when the map has its form.</summary>
    public void TakeInOrder(Coordinates positions)
    {
        if (!isFixed && taken is 0 or TakesUntilSort)
        {
            Sort(positions);
        }
        else
        {
            Take(positions);
        }

        taken++;
    }

    /// <summary>Sorts by cells (<see cref="MortonOrder"/>), and takes the positions again.</summary>
    public void Sort(Coordinates positions)
    {
        Take(positions);
        MortonOrder morton = new(Count, dimensions, threads);
        morton.Sort(Axes.Pointer, Length, Low, Span);
        Order = [.. morton.Order.Select(place => Order[place])];
        Places = Inverse(Order);
        Sorts++;
        Take(positions);
    }

    private static int[] Inverse(int[] order)
    {
        int[] places = new int[order.Length];
        for (int place = 0; place < order.Length; place++)
        {
            places[order[place]] = place;
        }

        return places;
    }

    /// <summary>Leaves or takes back the order, on which sums depend, and when the next sort is due.</summary>
    /// <exception cref="InvalidDataException">Not every point has one place.</exception>
    public void Exchange(StateStore store)
    {
        taken = store.Count("taken", taken);
        if (isFixed)
        {
            return;
        }

        int[] order = [.. Order];
        store.Exchange("order", order.AsSpan());
        if (!store.IsReading)
        {
            return;
        }

        int[] places = new int[Count];
        Array.Fill(places, -1);
        for (int place = 0; place < Count; place++)
        {
            if ((uint)order[place] >= (uint)Count || places[order[place]] >= 0)
            {
                throw store.Damage($"place {place} in the order of the points holds point {order[place]}");
            }

            places[order[place]] = place;
        }

        (Order, Places) = (order, places);
        Sorts++;
    }

    /// <summary>Writes the forces for the points as they were given.</summary>
    /// <remarks>Read from places all over, written in one line: cores that write next to each other wait for each other.</remarks>
    public void GiveForces(Coordinates forces) => Blocks.Run(Count, BlockSize, threads, (_, first, end) =>
    {
        Span<float> x = forces.Axis(0);
        Span<float> y = forces.Axis(Math.Min(1, dimensions - 1));
        Span<float> z = forces.Axis(dimensions - 1);
        for (int i = first; i < end; i++)
        {
            float* from = Forces.Pointer + ((nint)Places[i] * dimensions);
            x[i] = from[0];
            if (dimensions > 1)
            {
                y[i] = from[1];
            }

            if (dimensions > 2)
            {
                z[i] = from[2];
            }
        }
    });

    private void TakeAxis(ReadOnlySpan<float> axis, int d, int block, int first, int end)
    {
        float* to = Axes.Pointer + (d * Length);
        float low = float.PositiveInfinity;
        float high = float.NegativeInfinity;
        for (int i = first; i < end; i++)
        {
            float value = axis[Order[i]];
            low = Math.Min(low, value);
            high = Math.Max(high, value);
            to[i] = value;
            if (dimensions == 2)
            {
                Pairs.Pointer[(2 * i) + d] = value;
            }
        }

        lows[(block * dimensions) + d] = low;
        highs[(block * dimensions) + d] = high;
    }
}
