namespace Vicinity;

/// <summary>
/// Exact gradients where q is the mean over several scales of the kernel, w_u(f) = w(beta_u f): each scale has its own S and its own
/// sum of h q_u / q. Three dense passes over all pairs, each with a weight per scale.
/// </summary>
internal sealed class MultiScaleGradient<TDivergence, TKernel, TDimensions> : IGradientEngine
    where TDivergence : struct, IDivergence
    where TKernel : struct, IKernel
    where TDimensions : struct, IDimensions
{
    private const int RowsPerBlock = 16;

    private readonly Normalization normalization;
    private readonly IPairValues values;
    private readonly int threads;
    private readonly ScaleState[] scales;
    private readonly MultiScaleRow<TDivergence, TKernel, TDimensions> row;
    private readonly bool[] isPlain;                // of sixteen rows: no S is too small for float
    private readonly Triangle triangle;
    private readonly Lazy<double> nullLoss;

    public MultiScaleGradient(
        TDivergence divergence, TKernel kernel, Normalization normalization, IPairValues values, IReadOnlyList<double> precisions, int threads)
    {
        this.normalization = normalization;
        this.values = values;
        this.threads = threads;
        scales = [.. precisions.Select(precision => new ScaleState((float)precision, values.Count))];
        isPlain = new bool[Coordinates.PaddedLength(values.Count) / Lanes.Count];
        Array.Fill(isPlain, true);
        row = new(divergence, kernel, scales, isPlain);
        triangle = new(values.Count, threads, Math.Max(scales.Length, default(TDimensions).Count), ScaleRoom.Stretches(scales.Length));
        nullLoss = new(() => NullMap.Loss(divergence, normalization, kernel.LogWeight(0, 1), values));
    }

    public double NullLoss => nullLoss.Value;

    public void Gradient(Coordinates positions, double exaggeration, Coordinates gradient)
    {
        Normalize(positions);
        if (normalization != Normalization.None)
        {
            Sum((TileRow at, TileRoom room, ref RowForce _) => row.SumPulls(positions, at, Read(at, room)));
            Settle(scale => scale.RowSums, Enumerable.Sum, (scale, i, sum) => scale.SetPullSum(i, sum));
        }

        triangle.Run(positions.Dimensions, 0, (TileRow at, TileRoom room, ref RowForce sum) =>
            row.Force(positions, at, Read(at, room), (float)(exaggeration - 1), ref sum));
        for (int i = 0; i < values.Count; i++)
        {
            triangle.Sums[i].Write(2, gradient, i);
        }
    }

    public double Loss(Coordinates positions) => Cost(positions, 1);

    public double Cost(Coordinates positions, double exaggeration)
    {
        Normalize(positions);
        triangle.Run(0, 0, (TileRow at, TileRoom room, ref RowForce sum) =>
            row.Cost(positions, at, Read(at, room), (float)(exaggeration - 1), ref sum));
        return triangle.Sums.Sum(sum => sum.Weight);
    }

    public void SetParameters(KernelParameters parameters) =>
        throw new InvalidOperationException("The points of a cost of several scales have no parameters of their own.");

    public void ParameterSlope(Coordinates positions, double exaggeration, Span<double> slopes) =>
        throw new InvalidOperationException("The points of a cost of several scales have no parameters of their own.");

    private void Normalize(Coordinates positions)
    {
        if (normalization != Normalization.None)
        {
            Sum((TileRow at, TileRoom room, ref RowForce _) => row.SumWeights(positions, at, room));
            Blocks.Run(values.Count, RowsPerBlock, threads, (_, first, end) =>
            {
                for (int i = first; i < end; i++)
                {
                    row.TakeLogarithms(positions, i);
                }
            });
            Settle(scale => scale.RowLogarithms, Logarithms.LogSumExp, (scale, i, logarithm) => scale.SetLogarithm(i, logarithm));
            for (int group = 0; group < isPlain.Length; group++)
            {
                isPlain[group] = scales.All(scale => !scale.Inverses.AsSpan(group * Lanes.Count, Lanes.Count).Contains(0));
            }
        }
    }

    /// <summary>Hands the numbers of the rows to the lanes; if there is one S, what they come to together.</summary>
    private void Settle(Func<ScaleState, double[]> rows, Func<double[], double> total, Action<ScaleState, int, double> hand)
    {
        foreach (ScaleState scale in scales)
        {
            double[] numbers = rows(scale);
            double all = normalization == Normalization.PointWise ? 0 : total(numbers);
            for (int i = 0; i < numbers.Length; i++)
            {
                hand(scale, i, normalization == Normalization.PointWise ? numbers[i] : all);
            }
        }
    }

    /// <summary>Sums one number per scale over all pairs, into the row sums of the scales.</summary>
    private void Sum(TileWork work)
    {
        foreach (ScaleState scale in scales)
        {
            Array.Clear(scale.RowSums);
        }

        triangle.Run(scales.Length, work, (u, j, value) => scales[u].RowSums[j] += value);
    }

    /// <summary>Writes p_ij and p_ji of a row of a tile into the room.</summary>
    private TileRoom Read(TileRow at, TileRoom room)
    {
        values.Read(at.I, at.First, Math.Min(at.End, values.Count), ScaleRoom.Theres(room), ScaleRoom.Backs(room));
        return room;
    }
}
