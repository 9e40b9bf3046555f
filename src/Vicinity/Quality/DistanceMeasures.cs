namespace Vicinity;

/// <summary>Measures of pairs of distances; errors of a sample are told by how much its parts differ.</summary>
internal static class DistanceMeasures
{
    /// <summary>Parts of a sample.</summary>
    public const int Parts = 64;

    public static DistanceQuality Of(PairSample sample, int threads)
    {
        double[] whole = Measure(sample.InData, sample.InMap, sample.AllPairs);
        double[][] parts = new double[sample.IsExact ? 0 : Parts][];
        Blocks.Run(parts.Length, 1, threads, (part, _, _) => parts[part] = MeasurePart(sample, part));
        Estimate[] all = [.. whole.Select((value, k) => new Estimate(value, Error(parts, k)))];
        return new()
        {
            Pairs = sample.InData.Length,
            Pearson = all[0],
            Spearman = all[1],
            RawStress = all[2],
            NormalizedStress = all[3],
            KruskalStress = all[4],
            SammonStress = all[5],
            RootMeanSquareError = all[6],
            RelativeError = all[7],
            ScaledStress = all[8],
        };
    }

    /// <summary>In the order of the report.</summary>
    private static double[] Measure(ReadOnlySpan<double> r, ReadOnlySpan<double> d, long allPairs)
    {
        PairMoments sums = PairMoments.Of(r, d);
        double both = sums.SquaresR * sums.SquaresD;
        return
        [
            PairCorrelation.Pearson(r, d),
            PairCorrelation.Spearman(r, d),
            PairMoments.Ratio(sums.SquaredErrors, sums.Pairs) * allPairs,
            PairMoments.Ratio(sums.SquaredErrors, sums.SquaresR),
            Math.Sqrt(PairMoments.Ratio(sums.SquaredErrors, sums.SquaresD)),
            PairMoments.Ratio(sums.Sammon, sums.SumR),
            Math.Sqrt(PairMoments.Ratio(sums.SquaredErrors, sums.Pairs)),
            PairMoments.Ratio(sums.Relative, sums.Apart),
            both > 0 ? Math.Max(0, 1 - (sums.Products / both * sums.Products)) : sums.SquaredErrors > 0 ? 1 : 0,
        ];
    }

    private static double[] MeasurePart(PairSample sample, int part)
    {
        int first = (int)((long)sample.InData.Length * part / Parts);
        int length = (int)((long)sample.InData.Length * (part + 1) / Parts) - first;
        return Measure(sample.InData.AsSpan(first, length), sample.InMap.AsSpan(first, length), sample.AllPairs);
    }

    /// <summary>The spread of the parts over the root of their number: that of the whole; 0 if there are none, infinite where they are.</summary>
    private static double Error(double[][] parts, int measure)
    {
        if (parts.Length == 0)
        {
            return 0;
        }

        double mean = parts.Average(part => part[measure]);
        return double.IsFinite(mean)
            ? Math.Sqrt(parts.Sum(part => (part[measure] - mean) * (part[measure] - mean)) / (parts.Length - 1) / parts.Length)
            : double.PositiveInfinity;
    }
}
