namespace Vicinity;

/// <summary>How many points are sampled, which, and how wrong their sums are.</summary>
internal static class ForceSample
{
    /// <summary>Where an error is told.</summary>
    public const int Size = 256;

    /// <summary>Pairs that are looked at where an error is only followed.</summary>
    private const int Pairs = 1 << 22;
    private const int Least = 32;

    /// <summary>Where an error is followed along a run of so many points: as many as cost little beside an iteration.</summary>
    public static int Few(int count) => Math.Clamp(Pairs / count, Least, Size);

    /// <summary>A seeded sample of so many places.</summary>
    public static int[] Draw(int size, int count)
    {
        SeededRandom random = new(1);
        return [.. Enumerable.Range(0, size).Select(_ => random.NextInt(count))];
    }

    /// <summary>The sum of all squared differences.</summary>
    public static double Squares(ReadOnlySpan<RowForce> actual, ReadOnlySpan<RowForce> expected)
    {
        double sum = 0;
        for (int k = 0; k < expected.Length; k++)
        {
            RowForce difference = actual[k];
            difference.Add(expected[k], -1);
            sum += difference.Squared;
        }

        return sum;
    }
}

/// <summary>Sums of forces beside direct ones, at a seeded sample of points.</summary>
internal static unsafe class ForceSample<TKernel, TDimensions>
    where TKernel : struct, IKernel
    where TDimensions : struct, IDimensions
{
    /// <summary>Writes what a method has for sum_j c_j psi_ij w_ij (y_i - y_j) at the point in one place.</summary>
    public delegate void Sum(int place, float* force);

    /// <summary>RMS error over RMS size of the sums.</summary>
    /// <param name="kernel">w and psi.</param>
    /// <param name="points">The points.</param>
    /// <param name="charges">c, padded; null for 1.</param>
    /// <param name="threads">Cores to use.</param>
    /// <param name="size">Points in the sample.</param>
    /// <param name="sum">What is measured.</param>
    public static double Error(TKernel kernel, OrderedPoints points, float* charges, int threads, int size, Sum sum)
    {
        int[] places = ForceSample.Draw(size, points.Count);
        RowForce[] expected = new RowForce[size];
        RowForce[] actual = new RowForce[size];
        Blocks.Run(size, 1, threads, (k, _, _) =>
        {
            expected[k] = DirectSum<TKernel, TDimensions>.OverOthers(kernel, points, charges, places[k]);
            float* force = stackalloc float[3];
            sum(places[k], force);
            actual[k].Add(force[0], default(TDimensions).Count > 1 ? force[1] : 0, default(TDimensions).Count > 2 ? force[2] : 0);
        });
        double squares = expected.Sum(force => force.Squared);
        return squares > 0 ? Math.Sqrt(ForceSample.Squares(actual, expected) / squares) : 0;
    }
}
