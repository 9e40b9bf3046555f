using System.Buffers;

namespace Vicinity;

/// <summary>
/// Exact gradients of any divergence, kernel and normalisation: a dense part over all pairs, and what the pairs of a sparse P have beyond
/// it. Rows whose weights underflow in float are done in double.
/// </summary>
internal sealed class PairGradient<TDivergence, TWeights, TPoint, TDimensions> : IGradientEngine
    where TDivergence : struct, IDivergence
    where TWeights : struct, IPairWeights<TPoint>
    where TPoint : struct
    where TDimensions : struct, IDimensions
{
    private const int SparseBlock = 128;
    private const int SlopeBlock = 16;

    private readonly TDivergence divergence;
    private readonly TWeights weights;
    private readonly PointTable? table;
    private readonly IPairValues values;
    private readonly int threads;
    private readonly PairState state;
    private readonly Normalizers normalizers;
    private readonly FarRows<TDivergence, TWeights, TPoint> farRows;
    private readonly IDensePart dense;
    private readonly PairedAffinities? sparse;
    private readonly SparseRow<TDivergence, TWeights, TPoint, TDimensions> sparseRow;
    private readonly float[] pairs;                 // the points of a plane
    private readonly double[] rowPulls;             // sum_j h_ij where it does not depend on q
    private readonly double constant;               // sum Term(p, 1, 0), then too
    private readonly double[] pullSums;
    private readonly double[] costs;
    private readonly Lazy<double> nullLoss;
    private readonly SettledMap settled = new();

    /// <param name="divergence">The cost.</param>
    /// <param name="weights">The weights; with averaged Q these are averaged.</param>
    /// <param name="table">The parameters in the weights, if there are any.</param>
    /// <param name="normalization">How weights become q.</param>
    /// <param name="values">p.</param>
    /// <param name="threads">Cores to use; the bits do not depend on it.</param>
    /// <param name="far">Makes what sums over all pairs; null for every pair one by one.</param>
    public PairGradient(
        TDivergence divergence, TWeights weights, PointTable? table, Normalization normalization, IPairValues values, int threads, FarSums? far = null)
    {
        this.divergence = divergence;
        this.weights = weights;
        this.table = table;
        this.values = values;
        this.threads = threads;
        sparse = values as PairedAffinities;
        state = new(values.Count);
        farRows = new(divergence, weights, values, threads);
        FarLaw? law = DenseParts<TDivergence, TWeights, TPoint, TDimensions>.Law(divergence, values);
        normalizers = new(normalization, farRows, values.Count) { LargestPower = Math.Max(1, law?.Power ?? 2) };
        IDensePart Exact() => DenseParts<TDivergence, TWeights, TPoint, TDimensions>.Choose(divergence, law, weights, values, normalizers, state, threads);
        dense = far?.Invoke(normalizers, Exact) ?? Exact();
        pullSums = new double[values.Count];
        costs = new double[values.Count];
        rowPulls = divergence.IsSeparable ? SeparableSums.Pulls(divergence, values) : [];
        constant = divergence.IsSeparable && sparse is not null ? SeparableSums.Terms(divergence, sparse) : 0;
        pairs = new float[default(TDimensions).Count == 2 && sparse is not null ? 2 * values.Count : 0];
        sparseRow = sparse is null ? default : new(divergence, weights, sparse, state, normalizers.IsByRow);
        nullLoss = new(() => NullMap.Loss(divergence, normalization, weights.LogWeight(0, 0, 0), values));
    }

    public double NullLoss => nullLoss.Value;

    public void Gradient(Coordinates positions, double exaggeration, Coordinates gradient)
    {
        if (!normalizers.IsByRow || !IsSettled(positions))
        {
            Normalize(positions, withForces: true);
        }

        SumPulls(positions);
        double factor = dense.Force(positions, pullSums, exaggeration);
        RowForce[] far = farRows.Forces(positions, normalizers, pullSums, exaggeration);
        positions.WritePairs(pairs);
        Blocks.Run(values.Count, SparseBlock, threads, (_, first, end) =>
        {
            for (int i = first; i < end; i++)
            {
                RowForce force = sparse is null ? default : sparseRow.Force(positions, pairs, i, (float)exaggeration);
                RowForce all = dense.Rows[i];
                force.Add(all, factor);
                force.Add(far.Length > 0 ? far[i] : default, 1);
                force.Write(2, gradient, i);
            }
        });
    }

    public double Loss(Coordinates positions) => Cost(positions, 1);

    public double Cost(Coordinates positions, double exaggeration)
    {
        Settle(positions);
        if (settled.Cost.Exaggeration == exaggeration)
        {
            return settled.Cost.Cost;
        }

        double cost = constant + dense.Cost(positions, exaggeration);
        ForEachSparseRow(costs, i => sparseRow.Cost(positions, i, normalizers.Logarithms[i], exaggeration));
        farRows.AddCosts(positions, normalizers.Far, normalizers.Logarithms, exaggeration, sparse is not null, costs);
        foreach (double part in costs)
        {
            cost += part;
        }

        settled.Cost = (cost, exaggeration);
        return cost;
    }

    public void SetParameters(KernelParameters parameters)
    {
        if ((table ?? throw NoParameters()).Set(parameters with { LogMass = parameters.LogMass ?? table.Exact.LogMass }))
        {
            settled.Forget();
        }
    }

    public void ParameterSlope(Coordinates positions, double exaggeration, Span<double> slopes)
    {
        if (table is null)
        {
            throw NoParameters();
        }

        Settle(positions);
        if (!settled.HasPulls)
        {
            SumPulls(positions);
        }

        if (divergence.IsSeparable && sparse is not null)
        {
            SparseSlopes(positions, (float)exaggeration, costs);
        }
        else
        {
            DenseSlopes(positions, (float)(exaggeration - 1), costs);
        }

        farRows.Slopes(positions, normalizers, pullSums, exaggeration, costs);
        costs.CopyTo(slopes);
    }

    /// <summary>Writes the slopes of the parameters where only the pairs of a sparse P pull, and all push alike.</summary>
    private void SparseSlopes(Coordinates positions, float exaggeration, double[] sums) =>
        Blocks.Run(values.Count, SlopeBlock, threads, (_, first, end) =>
        {
            for (int i = first; i < end; i++)
            {
                double share = pullSums[i] == 0 ? 0 : SlopeRow<TWeights, TPoint, TDimensions>.Share(weights, positions, i, state.Inverses[i]);
                sums[i] = -(sparseRow.Slope(positions, i, exaggeration) + ((weights.IsSymmetric ? 2 : 1) * pullSums[i] * share));
            }
        });

    /// <summary>Writes the slopes of the parameters, the divergence asked for all pairs.</summary>
    private void DenseSlopes(Coordinates positions, float extra, double[] sums)
    {
        Array.Clear(state.PullSums);
        Blocks.Run(values.Count, SlopeBlock, threads, (_, first, end) =>
        {
            ScratchRows rows = new(ArrayPool<float>.Shared.Rent(positions.Stride), ArrayPool<float>.Shared.Rent(positions.Stride));
            DirectBracket<TDivergence, ScratchRows> bracket = new(divergence, rows, state, extra);
            for (int i = first; i < end; i++)
            {
                values.Read(i, 0, values.Count, rows.Theres, rows.Backs);
                (double slope, double share, double term) = SlopeRow<TWeights, TPoint, TDimensions>.Sum(weights, bracket, positions, i, state.Inverses[i]);
                double pulls = normalizers.IsByRow ? (extra * Sum(rows.Theres.AsSpan(0, values.Count))) - term : pullSums[i];
                sums[i] = -(slope + ((weights.IsSymmetric ? 2 : 1) * pulls * share));
            }

            ArrayPool<float>.Shared.Return(rows.Theres);
            ArrayPool<float>.Shared.Return(rows.Backs);
        });
    }

    private bool IsSettled(Coordinates positions) => !dense.IsOutdated && settled.Is(positions);

    private void Settle(Coordinates positions)
    {
        if (!IsSettled(positions))
        {
            Normalize(positions, withForces: false);
        }
    }

    private void Normalize(Coordinates positions, bool withForces)
    {
        dense.Normalize(positions, withForces);
        state.Take(normalizers);
        settled.Take(positions);
    }

    /// <summary>Writes sum h of every row; of all pairs if there is one S, nothing if nothing is normalised.</summary>
    private void SumPulls(Coordinates positions)
    {
        settled.HasPulls = true;
        if (normalizers.IsNone)
        {
            return;
        }

        if (divergence.IsSeparable)
        {
            rowPulls.CopyTo(pullSums, 0);
        }
        else
        {
            ForEachSparseRow(pullSums, i => sparseRow.PullSum(positions, i));
            dense.AddPullSums(positions, pullSums);
            farRows.PullSums(positions, normalizers.Far, normalizers.Logarithms, pullSums);
        }

        if (!normalizers.IsByRow)
        {
            Array.Fill(pullSums, pullSums.Sum());
        }
    }

    private static double Sum(ReadOnlySpan<float> affinities)
    {
        double sum = 0;
        foreach (float p in affinities)
        {
            sum += p;
        }

        return sum;
    }

    /// <summary>Writes one number per row; 0 if P is not sparse.</summary>
    private void ForEachSparseRow(double[] sums, Func<int, double> sum)
    {
        Array.Clear(sums);
        Blocks.Run(sparse is null ? 0 : values.Count, SparseBlock, threads, (_, first, end) =>
        {
            for (int i = first; i < end; i++)
            {
                sums[i] = sum(i);
            }
        });
    }

    private static InvalidOperationException NoParameters() => new("The points of this objective have no parameters.");
}
