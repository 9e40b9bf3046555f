namespace Vicinity;

/// <summary>The steps u that momentum keeps: one per point, cut to a longest length.</summary>
internal sealed class Updates(int count, int dimensions)
{
    private const int BlockSize = 4096;

    private readonly Coordinates steps = new(count, dimensions);

    public int Dimensions => steps.Dimensions;

    /// <summary>u of all points along all dimensions, padded as <see cref="Coordinates.All"/> is.</summary>
    public Span<float> All => steps.All;

    /// <summary>u along one dimension; length n.</summary>
    public Span<float> Axis(int dimension) => steps.Axis(dimension)[..steps.Count];

    public void Clear() => steps.All.Clear();

    public void Exchange(StateStore store) => store.Exchange("updates", steps.All);

    /// <summary>Cuts longer steps to <paramref name="longest"/>; false if one is not a number.</summary>
    public bool Cut(double longest) => Cut(longest, 0, steps.Count);

    /// <summary>The same for some points, of which the first is a multiple of sixteen.</summary>
    public bool Cut(double longest, int first, int end)
    {
        bool inRange = true;
        Lanes bound = Lanes.Broadcast((float)(longest * longest * 0.999));
        for (int i = first; i < end; i += Lanes.Count)
        {
            Lanes length = Lanes.Zero;
            for (int d = 0; d < steps.Dimensions; d++)
            {
                Lanes along = Lanes.Load(steps.Axis(d)[i..]);
                length = Lanes.FusedMultiplyAdd(along, along, length);
            }

            if ((!(length < bound)).IsAnywhere)
            {
                inRange &= CutLane(longest, i, Math.Min(i + Lanes.Count, steps.Count));
            }
        }

        return inRange;
    }

    /// <summary>y + u.</summary>
    public void Move(Coordinates positions, int threads = 1) => Blocks.Run(positions.Stride, BlockSize, threads, (_, first, end) =>
    {
        for (int d = 0; d < steps.Dimensions; d++)
        {
            Span<float> position = positions.Axis(d)[first..end];
            ReadOnlySpan<float> update = steps.Axis(d)[first..end];
            for (int i = 0; i < update.Length; i += Lanes.Count)
            {
                (Lanes.Load(position[i..]) + Lanes.Load(update[i..])).Store(position[i..]);
            }
        }
    });

    private bool CutLane(double longest, int first, int end)
    {
        for (int i = first; i < end; i++)
        {
            double length = 0;
            for (int d = 0; d < steps.Dimensions; d++)
            {
                length += (double)steps.Axis(d)[i] * steps.Axis(d)[i];
            }

            if (!double.IsFinite(length))
            {
                return false;
            }

            Shorten(i, Math.Sqrt(length), longest);
        }

        return true;
    }

    private void Shorten(int point, double length, double longest)
    {
        if (length > longest)
        {
            for (int d = 0; d < steps.Dimensions; d++)
            {
                steps.Axis(d)[point] *= (float)(longest / length);
            }
        }
    }
}
