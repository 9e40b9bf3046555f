using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace Vicinity;

/// <summary>
/// Gradients of a cost whose pull does not depend on q: the pairs of P one by one, the repulsion between all pairs by a method that need
/// not visit each of them.
/// </summary>
internal sealed unsafe class SeparableGradient<TKernel, TDimensions> : IApproximateGradient
    where TKernel : struct, IKernel
    where TDimensions : struct, IDimensions
{
    private const int BlockSize = 256;

    private readonly TKernel kernel;
    private readonly Objective objective;
    private readonly Affinities affinities;
    private readonly int threads;
    private readonly Func<Affinities, SeparableTerms> measure;
    private readonly SeparableTerms terms;
    private readonly OrderedPoints points;
    private readonly IRepulsion repulsion;
    private readonly double[] blockSums;
    private EdgeTable? edges;
    private double edgesExaggeration;
    private int edgesSorts;
    private IGradientEngine? exact;

    /// <param name="kernel">w.</param>
    /// <param name="objective">Whose null loss is told, and for which there is an exact engine.</param>
    /// <param name="affinities">P.</param>
    /// <param name="measure">What the cost asks of a P.</param>
    /// <param name="points">Where the positions go.</param>
    /// <param name="repulsion">Of these points.</param>
    /// <param name="threads">Cores to use.</param>
    public SeparableGradient(
        TKernel kernel, Objective objective, Affinities affinities, Func<Affinities, SeparableTerms> measure, OrderedPoints points, IRepulsion repulsion, int threads)
    {
        this.kernel = kernel;
        this.objective = objective;
        this.affinities = affinities;
        this.measure = measure;
        terms = measure(affinities);
        this.points = points;
        this.repulsion = repulsion;
        this.threads = threads;
        blockSums = new double[Blocks.Count(affinities.Count, BlockSize)];
    }

    public double NullLoss => terms.NullLoss(objective.Normalization);

    /// <summary>For maps that the method cannot sum.</summary>
    private IGradientEngine Exact => exact ??= ExactGradient.Create(objective, affinities, default(TDimensions).Count, threads);

    public void Gradient(Coordinates positions, double exaggeration, Coordinates gradient)
    {
        points.TakeInOrder(positions);
        Connect(exaggeration);
        if (!Prepare())
        {
            Exact.Gradient(positions, exaggeration, gradient);
            return;
        }

        float factor = (float)(2 * terms.Factor(exaggeration));
        Blocks.Run(points.Count, BlockSize, threads, [SkipLocalsInit] (_, first, end) =>
        {
            float* forces = stackalloc float[2 * BlockSize * default(TDimensions).Count];
            float* pushes = forces + (BlockSize * default(TDimensions).Count);
            EdgeRow<TKernel, TDimensions>.Forces(kernel, points, edges, first, end, forces, BlockSize);
            repulsion.Slopes(first, end, pushes, BlockSize);
            for (int d = 0; d < default(TDimensions).Count; d++)
            {
                float* sums = points.Forces.Pointer + ((nint)first * default(TDimensions).Count) + d;
                for (int k = 0; k < end - first; k++)
                {
                    sums[k * default(TDimensions).Count] = (factor * forces[(d * BlockSize) + k]) + pushes[(d * BlockSize) + k];
                }
            }
        });
        points.GiveForces(gradient);
    }

    public double Loss(Coordinates positions) => Cost(positions, 1);

    public double Cost(Coordinates positions, double exaggeration)
    {
        points.Take(positions);
        Connect(exaggeration);
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
        throw new InvalidOperationException("This engine is made for points without parameters.");

    public void ParameterSlope(Coordinates positions, double exaggeration, Span<double> slopes) =>
        throw new InvalidOperationException("This engine is made for points without parameters.");

    public double ForceError(Coordinates positions)
    {
        points.Take(positions);
        return repulsion.Prepare() ? repulsion.SampledError(ForceSample.Size) : 0;
    }

    public IGradientEngine With(Affinities affinities) =>
        new SeparableGradient<TKernel, TDimensions>(kernel, objective, affinities, measure, points, repulsion, threads);

    public void Exchange(StateStore store)
    {
        points.Exchange(store);
        repulsion.Exchange(store);
    }

    /// <summary>Sums for the points of a gradient, now and then as finely as their error asks.</summary>
    private bool Prepare()
    {
        bool isDone = repulsion.Prepare();
        for (int round = 0; points.IsCheckDue && isDone && round < MeshFineness.MostRounds && repulsion.Adapt(); round++)
        {
            isDone = repulsion.Prepare();
        }

        return isDone;
    }

    /// <summary>Makes the table of edges, unless there is one that serves.</summary>
    [MemberNotNull(nameof(edges))]
    private void Connect(double exaggeration)
    {
        if (edges is null || edgesSorts != points.Sorts || !terms.Serve(edgesExaggeration, exaggeration))
        {
            edges = terms.Edges(affinities, points, exaggeration, threads);
            edgesExaggeration = exaggeration;
            edgesSorts = points.Sorts;
        }
    }
}
