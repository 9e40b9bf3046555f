namespace Vicinity;

/// <summary>Where a run was some iterations ago.</summary>
internal sealed class RunTrail
{
    /// <summary>Iterations between two looks; half as many are enough to judge by.</summary>
    public const int Usual = 50;

    private (int Iteration, Matrix Map)? before;
    private (int Iteration, Matrix Map)? last;

    /// <summary>Offers the present positions.</summary>
    public void Note(int iteration, Func<Matrix> map)
    {
        if (last is null || iteration - last.Value.Iteration >= Usual)
        {
            (before, last) = (last, (iteration, map()));
        }
    }

    /// <summary>The latest place that is far enough back; null if there is none.</summary>
    /// <param name="iteration">Now.</param>
    public (int Iteration, Matrix Map)? Back(int iteration) =>
        last is { } near && 2 * (iteration - near.Iteration) >= Usual ? last
        : before is { } far && 2 * (iteration - far.Iteration) >= Usual ? before
        : null;

    /// <summary>A map made as large as another one: its part of a change that is of size alone.</summary>
    public static Matrix AtSizeOf(Matrix map, Matrix other)
    {
        double size = Size(map);
        float factor = size > 0 ? (float)(Size(other) / size) : 1;
        return Matrix.Create(map.Rows, map.Columns, (i, row) =>
        {
            for (int d = 0; d < row.Length; d++)
            {
                row[d] = map[i, d] * factor;
            }
        });
    }

    /// <summary>Root of the sum of squares; maps are centred.</summary>
    private static double Size(Matrix map)
    {
        double squares = 0;
        for (int i = 0; i < map.Rows; i++)
        {
            foreach (float value in map.Row(i))
            {
                squares += (double)value * value;
            }
        }

        return Math.Sqrt(squares);
    }
}
