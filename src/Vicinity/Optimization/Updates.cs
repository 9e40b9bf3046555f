namespace Vicinity;

/// <summary>The steps u that momentum keeps: one per point, cut to a longest length.</summary>
internal sealed class Updates(int count, int dimensions)
{
    private readonly Coordinates steps = new(count, dimensions);

    public int Dimensions => steps.Dimensions;

    /// <summary>u along one dimension; length n.</summary>
    public Span<float> Axis(int dimension) => steps.Axis(dimension)[..steps.Count];

    public void Clear() => steps.All.Clear();

    public void Exchange(StateStore store) => store.Exchange("updates", steps.All);

    /// <summary>Cuts longer steps to <paramref name="longest"/>; false if one is not a number.</summary>
    public bool Cut(double longest)
    {
        for (int i = 0; i < steps.Count; i++)
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

    /// <summary>y + u.</summary>
    public void Move(Coordinates positions)
    {
        for (int d = 0; d < steps.Dimensions; d++)
        {
            ReadOnlySpan<float> update = Axis(d);
            Span<float> position = positions.Axis(d);
            for (int i = 0; i < update.Length; i++)
            {
                position[i] += update[i];
            }
        }
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
