namespace Vicinity;

/// <summary>
/// Exact gradients of a cost whose pull does not depend on q: k_ij = psi_ij (v_ij - c q_ij) with v_ij = (a - 1) p_ij - h_ij, so that
/// one dense pass sums psi w (y_i - y_j), and only the pairs of P need v.
/// </summary>
/// <remarks>c = -sum h, over the row or over all pairs; 1 for a normalised P under Kullback-Leibler.</remarks>
internal sealed class SeparableGradient<TDivergence, TKernel, TDimensions> : IGradientEngine
    where TDivergence : struct, IDivergence
    where TKernel : struct, IKernel
    where TDimensions : struct, IDimensions
{
    private const int SparseBlock = 128;

    /// <summary>Keeps w / S out of the subnormal numbers, which are slow.</summary>
    private const double FactorScale = 1 << 24;

    private readonly TDivergence divergence;
    private readonly TKernel kernel;
    private readonly bool isPairWise;
    private readonly PairedAffinities affinities;
    private readonly int threads;
    private readonly FarRows<TKernel> farRows;
    private readonly Normalizers<TKernel> normalizers;
    private readonly double[] rowMasses;            // -sum_j h_ij
    private readonly double[] masses;               // c of each row; pair-wise the total in every row
    private readonly float[] factors;               // FactorScale c_i / S_i, 0 for a far row; padded
    private readonly double[] attractions;          // sum_j h_ij ln w_ij
    private readonly double constant;               // sum Term(p, 1, 0)

    public SeparableGradient(TDivergence divergence, TKernel kernel, Normalization normalization, PairedAffinities affinities, int threads)
    {
        this.divergence = divergence;
        this.kernel = kernel;
        this.affinities = affinities;
        this.threads = threads;
        isPairWise = normalization == Normalization.PairWise;
        factors = new float[Coordinates.PaddedLength(affinities.Count)];
        attractions = new double[affinities.Count];
        farRows = new(kernel, PointParameters.AllOnes(affinities.Count), threads);
        normalizers = new(farRows, normalization, affinities.Count);
        rowMasses = new double[affinities.Count];
        for (int i = 0; i < affinities.Count; i++)
        {
            foreach (float p in affinities.Forward(i))
            {
                rowMasses[i] -= divergence.Pull(p, 1, 0);
                constant += divergence.Term(p, 1, 0);
            }
        }

        masses = isPairWise ? [.. Enumerable.Repeat(rowMasses.Sum(), affinities.Count)] : rowMasses;
        NullLoss = NullMap.Loss(divergence, normalization, affinities);
    }

    public double NullLoss { get; }

    public void Gradient(Coordinates positions, double exaggeration, Coordinates gradient)
    {
        double factor = isPairWise ? RepelPairWise(positions, gradient) : RepelPointWise(positions, gradient);
        Attract(positions, exaggeration, factor, gradient);
        farRows.AddForces(positions, normalizers.Far, normalizers.Logarithms, masses, gradient);
    }

    /// <summary>C = sum Term(p, 1, 0) + sum h ln q, ln q = ln w - ln S.</summary>
    public double Loss(Coordinates positions)
    {
        SumWeights(positions);
        Blocks.Run(affinities.Count, SparseBlock, threads, (_, first, end) =>
        {
            for (int i = first; i < end; i++)
            {
                attractions[i] = SparseRow<TDivergence, TKernel, TDimensions>.LogWeight(divergence, kernel, affinities, positions, i);
            }
        });

        double loss = constant;
        for (int i = 0; i < affinities.Count; i++)
        {
            loss += attractions[i] + (rowMasses[i] == 0 ? 0 : rowMasses[i] * normalizers.Logarithms[i]);
        }

        return loss;
    }

    /// <summary>Writes sum_j psi w (y_i - y_j); returns what it has to be multiplied by, 2 c / S.</summary>
    private double RepelPairWise(Coordinates positions, Coordinates gradient)
    {
        Repel(positions, default(Unscaled), normalizers.Weights, gradient);
        normalizers.Settle(positions);
        return affinities.Count > 0 ? 2 * masses[0] * normalizers.Inverses[0] : 0;
    }

    /// <summary>Writes sum_j psi w (c_i / S_i + c_j / S_j)(y_i - y_j), after a pass for the S; returns what it has to be multiplied by.</summary>
    private double RepelPointWise(Coordinates positions, Coordinates gradient)
    {
        SumWeights(positions);
        for (int i = 0; i < affinities.Count; i++)
        {
            factors[i] = (float)(FactorScale * masses[i] * normalizers.Inverses[i]);
        }

        Repel(positions, new RowScaled(factors), normalizers.Weights, gradient);
        return 1 / FactorScale;
    }

    private void SumWeights(Coordinates positions)
    {
        double[] weights = normalizers.Weights;
        Blocks.Run(affinities.Count, ExactBlocks.Rows(affinities.Count), threads, (_, first, end) =>
        {
            for (int i = first; i < end; i++)
            {
                weights[i] = DenseRow<TKernel, TDimensions>.Weight(kernel, positions, i, 1);
            }
        });
        normalizers.Settle(positions);
    }

    private void Repel<TScale>(Coordinates positions, TScale scale, double[] weights, Coordinates gradient)
        where TScale : struct, IPairScale =>
        Blocks.Run(affinities.Count, ExactBlocks.Rows(affinities.Count), threads, (_, first, end) =>
        {
            for (int i = first; i < end; i++)
            {
                RowForce force = DenseRow<TKernel, TDimensions>.Force(kernel, scale, positions, i);
                weights[i] = force.Weight;
                force.Write(1, gradient, i);
            }
        });

    /// <summary>gradient = 2 (attraction - factor x what stands there).</summary>
    private void Attract(Coordinates positions, double exaggeration, double factor, Coordinates gradient) =>
        Blocks.Run(affinities.Count, SparseBlock, threads, (_, first, end) =>
        {
            for (int i = first; i < end; i++)
            {
                RowForce force = SparseRow<TDivergence, TKernel, TDimensions>.Force(
                    divergence, kernel, affinities, positions, i, (float)exaggeration);
                force.Add(-factor, gradient, i);
                force.Write(2, gradient, i);
            }
        });
}
