namespace Vicinity;

/// <summary>How many points are sampled.</summary>
internal static class ForceSample
{
    /// <summary>Where an error is told.</summary>
    public const int Size = 256;

    /// <summary>Pairs that are looked at where an error is only followed.</summary>
    private const int Pairs = 1 << 22;
    private const int Least = 32;

    /// <summary>Where an error is followed along a run of so many points: as many as cost little beside an iteration.</summary>
    public static int Few(int count) => Math.Clamp(Pairs / count, Least, Size);
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
        SeededRandom random = new(1);
        int[] sample = [.. Enumerable.Range(0, size).Select(_ => random.NextInt(points.Count))];
        double[] errors = new double[size];
        double[] sizes = new double[size];
        Blocks.Run(size, 1, threads, (k, _, _) =>
        {
            RowForce force = DirectSum<TKernel, TDimensions>.OverOthers(kernel, points, charges, sample[k]);
            double[] expected = [force.X, force.Y, force.Z];
            float* actual = stackalloc float[3];
            sum(sample[k], actual);
            for (int d = 0; d < default(TDimensions).Count; d++)
            {
                errors[k] += (actual[d] - expected[d]) * (actual[d] - expected[d]);
                sizes[k] += expected[d] * expected[d];
            }
        });
        return sizes.Sum() > 0 ? Math.Sqrt(errors.Sum() / sizes.Sum()) : 0;
    }
}
