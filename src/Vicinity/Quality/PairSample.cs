namespace Vicinity;

/// <summary>Distances of pairs of points in data and map: of all pairs, or of a random choice.</summary>
/// <param name="InData">r.</param>
/// <param name="InMap">d beside r.</param>
/// <param name="AllPairs">n (n - 1) / 2.</param>
internal sealed record PairSample(double[] InData, double[] InMap, long AllPairs)
{
    private const int BlockPairs = 1 << 14;

    /// <summary>True if these are all pairs.</summary>
    public bool IsExact => InData.Length == AllPairs;

    /// <summary>All pairs i &lt; j, or as many as allowed, drawn with repetition.</summary>
    public static PairSample Draw(RowSpace data, Matrix map, int mostPairs, int seed, int threads, CancellationToken cancellation)
    {
        long all = (long)data.Count * (data.Count - 1) / 2;
        (int[] firsts, int[] seconds) = all <= mostPairs ? All(data.Count, (int)all) : Random(data.Count, mostPairs, seed);
        PairSample sample = new(new double[firsts.Length], new double[firsts.Length], all);
        Blocks.Run(firsts.Length, BlockPairs, threads, (_, first, end) =>
        {
            for (int k = first; k < end; k++)
            {
                sample.InData[k] = data.Distance(firsts[k], seconds[k]);
                sample.InMap[k] = Math.Sqrt(SquaredDistance.Of(map.Row(firsts[k]), map.Row(seconds[k])));
            }
        }, cancellation);
        return sample;
    }

    private static (int[] Firsts, int[] Seconds) All(int count, int pairs)
    {
        int[] firsts = new int[pairs];
        int[] seconds = new int[pairs];
        for (int i = 0, k = 0; i < count; i++)
        {
            for (int j = i + 1; j < count; j++, k++)
            {
                (firsts[k], seconds[k]) = (i, j);
            }
        }

        return (firsts, seconds);
    }

    private static (int[] Firsts, int[] Seconds) Random(int count, int pairs, int seed)
    {
        SeededRandom random = new(seed);
        int[] firsts = new int[pairs];
        int[] seconds = new int[pairs];
        for (int k = 0; k < pairs; k++)
        {
            int first = random.NextInt(count);
            int other = random.NextInt(count - 1);
            (firsts[k], seconds[k]) = (first, other < first ? other : other + 1);
        }

        return (firsts, seconds);
    }
}
