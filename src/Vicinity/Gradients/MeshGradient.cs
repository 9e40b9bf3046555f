namespace Vicinity;

/// <summary>
/// Gradients of a cost whose pull does not depend on q, in linear time: the pairs of P one by one, all others as the slopes of a potential
/// on a grid. With phi(y) = sum_j c_j w(|y - y_j|^2), grad phi(y_i) = -2 sum_j c_j psi_ij w_ij (y_i - y_j).
/// </summary>
internal sealed unsafe class MeshGradient<TDivergence, TKernel, TDimensions> : IMeshGradient
    where TDivergence : struct, IDivergence
    where TKernel : struct, IKernel
    where TDimensions : struct, IDimensions
{
    private const int BlockSize = 256;

    /// <summary>By then a map has its neighbourhoods: measured-mesh, one sort is enough.</summary>
    private const int CallsUntilSort = 50;

    private readonly TKernel kernel;
    private readonly Objective objective;
    private readonly Affinities affinities;
    private readonly int threads;
    private readonly SeparableTerms terms;
    private readonly MeshRepulsion<TKernel, TDimensions> repulsion;
    private readonly MeshPoints points;
    private readonly double[] blockSums;
    private EdgeTable? edges;
    private double edgesExaggeration;
    private IGradientEngine? exact;
    private int calls;

    public MeshGradient(TDivergence divergence, TKernel kernel, Objective objective, Affinities affinities, double accuracy, int threads)
    {
        this.kernel = kernel;
        this.objective = objective;
        this.affinities = affinities;
        this.threads = threads;
        terms = SeparableTerms.Of(divergence, affinities, threads);
        points = new(affinities.Count, default(TDimensions).Count, threads);
        repulsion = new(kernel, objective.Normalization, terms, points, accuracy, threads);
        blockSums = new double[Blocks.Count(affinities.Count, BlockSize)];
    }

    public double NullLoss => terms.NullLoss(objective.Normalization);

    /// <summary>For what a grid cannot do.</summary>
    private IGradientEngine Exact => exact ??= ExactGradient.Create(objective, affinities, default(TDimensions).Count, threads);

    public void Gradient(Coordinates positions, double exaggeration, Coordinates gradient)
    {
        Order(positions, exaggeration);
        if (!repulsion.Prepare())
        {
            Exact.Gradient(positions, exaggeration, gradient);
            return;
        }

        float factor = (float)(2 * terms.Factor(exaggeration));
        Blocks.Run(points.Count, BlockSize, threads, (_, first, end) =>
        {
            float* forces = stackalloc float[2 * BlockSize * default(TDimensions).Count];
            float* pushes = forces + (BlockSize * default(TDimensions).Count);
            EdgeRow<TKernel, TDimensions>.Forces(kernel, points, edges!, first, end, forces, BlockSize);
            repulsion.Slopes(first, end, pushes, BlockSize);
            for (int d = 0; d < default(TDimensions).Count; d++)
            {
                Span<float> sum = points.Forces.Span.Slice((d * points.Length) + first, end - first);
                for (int k = 0; k < sum.Length; k++)
                {
                    sum[k] = (factor * forces[(d * BlockSize) + k]) + pushes[(d * BlockSize) + k];
                }
            }
        });
        points.GiveForces(gradient);
    }

    public double Loss(Coordinates positions) => Cost(positions, 1);

    public double Cost(Coordinates positions, double exaggeration)
    {
        points.Take(positions);
        if (edges is null || !terms.Serve(edgesExaggeration, exaggeration))
        {
            edges = terms.Edges(affinities, points, exaggeration, threads);
            edgesExaggeration = exaggeration;
        }

        if (!repulsion.Prepare())
        {
            return Exact.Cost(positions, exaggeration);
        }

        Blocks.Run(points.Count, BlockSize, threads, (block, first, end) =>
        {
            blockSums[block] = -EdgeRow<TKernel, TDimensions>.LogWeights(kernel, points, edges, first, end) / 2;
        });
        return terms.Constant + (terms.Factor(exaggeration) * blockSums.Sum()) + repulsion.LogNormalizer;
    }

    public void SetParameters(KernelParameters parameters) =>
        throw new InvalidOperationException("A particle mesh is made for points without parameters.");

    public void ParameterSlope(Coordinates positions, double exaggeration, Span<double> slopes) =>
        throw new InvalidOperationException("A particle mesh is made for points without parameters.");

    public double ForceError(Coordinates positions)
    {
        points.Take(positions);
        return repulsion.Prepare() ? repulsion.SampledError() : 0;
    }

    public void Exchange(StateStore store)
    {
        calls = store.Count("calls", calls);
        points.Exchange(store);
        edges = store.IsReading ? null : edges;     // they follow from the order
    }

    /// <summary>Takes the positions; sorts them at the first call and once more when the map has its form.</summary>
    private void Order(Coordinates positions, double exaggeration)
    {
        if (calls == 0 || calls == CallsUntilSort)
        {
            points.Sort(positions);
            edges = null;
        }
        else
        {
            points.Take(positions);
        }

        if (edges is null || !terms.Serve(edgesExaggeration, exaggeration))
        {
            edges = terms.Edges(affinities, points, exaggeration, threads);
            edgesExaggeration = exaggeration;
        }

        calls++;
    }
}
