namespace Vicinity;

/// <summary>What a cost whose pull depends on p alone asks of P, computed once.</summary>
internal sealed class SeparableTerms
{
    private const int RowsPerBlock = 1024;

    private readonly Func<float, double> pull;

    private SeparableTerms(Func<float, double> pull, double[] rowMasses, double constant, double? slope)
    {
        this.pull = pull;
        RowMasses = rowMasses;
        Mass = rowMasses.Sum();
        Constant = constant;
        Slope = slope;
    }

    /// <summary>-sum_j h_ij of every point.</summary>
    public double[] RowMasses { get; }

    /// <summary>Their sum.</summary>
    public double Mass { get; }

    /// <summary>sum Term(p, 1, 0).</summary>
    public double Constant { get; }

    /// <summary>-h / p if it is the same for all p, as in Kullback-Leibler.</summary>
    private double? Slope { get; }

    public static SeparableTerms Of<TDivergence>(TDivergence divergence, Affinities affinities, int threads)
        where TDivergence : struct, IDivergence
    {
        double[] rowMasses = new double[affinities.Count];
        double[] rowTerms = new double[affinities.Count];
        double slope = affinities.EntryCount > 0 ? SlopeAt(divergence, FirstValue(affinities)) : 1;
        bool[] isProportional = new bool[Blocks.Count(affinities.Count, RowsPerBlock)];
        PackedRows? packed = affinities.Packed;
        Blocks.Run(affinities.Count, RowsPerBlock, threads, (block, first, end) =>
        {
            isProportional[block] = true;
            float[] unpacked = new float[packed?.Longest ?? 0];
            int[] columns = new int[unpacked.Length];
            for (int row = first; row < end; row++)
            {
                int i = packed is null ? row : packed.Order[row];
                ReadOnlySpan<float> values = packed is null ? affinities.Values(i) : unpacked.AsSpan(0, packed.Read(row, columns, unpacked));
                for (int k = 0; k < values.Length; k += Lanes.Count)
                {
                    rowTerms[i] += divergence.Term(Lanes.Load(values[k..]), Lanes.Broadcast(1), Lanes.Zero).Sum();
                }

                foreach (float p in values)
                {
                    rowMasses[i] -= divergence.Pull(p, 1, 0);
                    isProportional[block] &= Math.Abs(SlopeAt(divergence, p) - slope) <= 1e-12 * Math.Abs(slope);
                }
            }
        });
        return new(p => -divergence.Pull(p, 1, 0), rowMasses, rowTerms.Sum(), isProportional.All(yes => yes) ? slope : null);
    }

    /// <summary>The pairs with p, or with what they pull at an exaggeration if that is not the same share of all p.</summary>
    public EdgeTable Edges(Affinities affinities, OrderedPoints points, double exaggeration, int threads) => affinities.Packed is { } packed && Slope is not null
        ? new(packed)
        : new(affinities, points.Order, points.Places, Slope is null ? p => ((exaggeration - 1) * p) + pull(p) : null, threads);

    /// <summary>True if pairs made for one exaggeration serve another one.</summary>
    public bool Serve(double made, double asked) => Slope is not null || made == asked;

    /// <summary>What the pulls of <see cref="Edges"/> have to be multiplied by.</summary>
    public double Factor(double exaggeration) => Slope is { } slope ? exaggeration - 1 + slope : 1;

    /// <summary>The cost if all q are equal.</summary>
    public double NullLoss(Normalization normalization) => RowMasses.Length > 1 ? Constant + LogNormalizer(normalization, 1) : 0;

    /// <summary>ln S times the mass if all pairs have one weight, point-wise the sum over the points; 0 if there is no pair.</summary>
    public double LogNormalizer(Normalization normalization, double weight)
    {
        double others = RowMasses.Length - 1.0;
        double pairs = normalization == Normalization.PairWise ? RowMasses.Length * others : others;
        return pairs > 0 ? Mass * Math.Log(weight * pairs) : 0;
    }

    private static double SlopeAt<TDivergence>(TDivergence divergence, float p)
        where TDivergence : struct, IDivergence => -divergence.Pull(p, 1, 0) / p;

    private static float FirstValue(Affinities affinities)
    {
        int i = 0;
        if (affinities.Packed is { } packed)
        {
            return ShortFloat.Decode(ushort.MaxValue, packed.Top);
        }

        while (affinities.Values(i).Length == 0)
        {
            i++;
        }

        return affinities.Values(i)[0];
    }
}
