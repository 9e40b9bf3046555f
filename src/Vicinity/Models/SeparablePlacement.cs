namespace Vicinity;

/// <summary>
/// A cost whose pull depends on p alone: the neighbours pull, and one sum over all points pushes. Point-wise sum h ln w + m ln S with
/// S = sum w, m = -sum h; pair-wise the normaliser is that of the map, whose mean row sum is S0, and the push is m S / S0.
/// </summary>
internal sealed unsafe class SeparablePlacement<TDivergence, TKernel, TDimensions> : PlacementPart
    where TDivergence : struct, IDivergence
    where TKernel : struct, IKernel
    where TDimensions : struct, IDimensions
{
    /// <summary>S0 is the mean over so many points; its error is about a hundredth.</summary>
    private const int SampleSize = 4096;

    private readonly TDivergence divergence;
    private readonly TKernel kernel;
    private readonly FixedMap map;
    private readonly double meanSum;

    public SeparablePlacement(TDivergence divergence, TKernel kernel, Normalization normalization, FixedMap map, int threads)
    {
        this.divergence = divergence;
        this.kernel = kernel;
        this.map = map;
        meanSum = normalization == Normalization.PointWise ? 0 : MeanSum(threads);
    }

    public override double Add(PlacementRow row, ReadOnlySpan<float> place, double factor, Span<double> gradient)
    {
        (double cost, double mass) = Attract(row, place, factor, gradient);
        RowForce force = SumAt(place, -1);
        bool isFixed = meanSum > 0;
        double push = -2 * factor * mass / (isFixed ? meanSum : force.Weight);
        for (int d = 0; d < gradient.Length && force.Weight > 0; d++)
        {
            gradient[d] += push * (d == 0 ? force.X : d == 1 ? force.Y : force.Z);
        }

        return factor * (cost + (mass * (isFixed ? force.Weight / meanSum : Math.Log(Math.Max(force.Weight, double.Epsilon)))));
    }

    private (double Cost, double Mass) Attract(PlacementRow row, ReadOnlySpan<float> place, double factor, Span<double> gradient)
    {
        double cost = 0;
        double mass = 0;
        Span<double> difference = stackalloc double[gradient.Length];
        for (int k = 0; k < row.Neighbors.Length; k++)
        {
            double pull = divergence.Pull(row.Weights[k], 1, 0);
            double all = pull - ((map.Exaggeration - 1) * row.Weights[k]);
            double f = 0;
            for (int d = 0; d < gradient.Length; d++)
            {
                difference[d] = (double)place[d] - map.Positions.Axis(d)[row.Neighbors[k]];
                f += difference[d] * difference[d];
            }

            mass -= pull;
            cost += all * kernel.LogWeight(f, 1);
            double slope = -2 * factor * all * kernel.Decay(f, 1);
            for (int d = 0; d < gradient.Length; d++)
            {
                gradient[d] += slope * difference[d];
            }
        }

        return (cost, mass);
    }

    private RowForce SumAt(ReadOnlySpan<float> place, int self)
    {
        fixed (float* at = place)
        {
            return DirectSum<TKernel, TDimensions>.Of(kernel, map.Axes.Pointer, map.Positions.Stride, map.Count, null, at, 1, self);
        }
    }

    private double MeanSum(int threads)
    {
        int[] sample = map.Count <= SampleSize ? [.. Enumerable.Range(0, map.Count)] : RandomRows.Choose(map.Count, SampleSize, seed: 1);
        double[] sums = new double[sample.Length];
        Blocks.Run(sample.Length, 16, threads, (_, first, end) =>
        {
            Span<float> place = stackalloc float[map.Dimensions];
            for (int k = first; k < end; k++)
            {
                for (int d = 0; d < place.Length; d++)
                {
                    place[d] = map.Positions.Axis(d)[sample[k]];
                }

                sums[k] = SumAt(place, sample[k]).Weight;
            }
        });
        return sums.Sum() / Math.Max(1, sums.Length);
    }
}
