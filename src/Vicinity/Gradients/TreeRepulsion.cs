using System.Runtime.CompilerServices;

namespace Vicinity;

/// <summary>The repulsion with the points of distant cells seen as one charge at their centre.</summary>
internal sealed unsafe class TreeRepulsion<TKernel, TDimensions> : IRepulsion
    where TKernel : struct, IKernel
    where TDimensions : struct, IDimensions
{
    private const int LeavesPerBlock = 16;
    private const int BlockSize = 1024;

    /// <summary>Of all points at one place, to first order, if so many kernel widths squared lie between them.</summary>
    private const double ClumpWidth = 1e-6;

    /// <summary>A smaller sum of weights has lost its digits, since they underflowed.</summary>
    private const double LeastNormalizer = 1e-30;

    private readonly TKernel kernel;
    private readonly Normalization normalization;
    private readonly SeparableTerms terms;
    private readonly OrderedPoints points;
    private readonly PointTree<TDimensions> tree;
    private readonly float squaredTheta;
    private readonly float clump;
    private readonly int threads;
    private readonly double[] weights;                       // S_i at the places
    private readonly PinnedBuffer<float> forces;             // sum_j psi_ij w_ij (y_i - y_j)
    private readonly PinnedBuffer<float> charges;            // c_i / S_i, point-wise
    private readonly PinnedBuffer<float> chargedForces;      // sum_j c_j / S_j psi_ij w_ij (y_i - y_j), point-wise
    private float factor;

    public TreeRepulsion(TKernel kernel, Normalization normalization, SeparableTerms terms, OrderedPoints points, double theta, int threads)
    {
        this.kernel = kernel;
        this.normalization = normalization;
        this.terms = terms;
        this.points = points;
        this.threads = threads;
        tree = new(points, threads);
        squaredTheta = (float)(theta * theta);
        double decay = Math.Abs(kernel.Decay(0, 1));
        clump = double.IsNormal(decay) ? (float)(ClumpWidth / decay) : 0;
        weights = new double[points.Count];
        forces = new(default(TDimensions).Count * points.Length);
        charges = new(IsPairWise ? 0 : points.Length);
        chargedForces = new(IsPairWise ? 0 : forces.Length);
    }

    public double LogNormalizer { get; private set; }

    private bool IsPairWise => normalization == Normalization.PairWise;

    public bool Prepare()
    {
        factor = 0;
        if (points.Count < 2 || points.Span <= 0)
        {
            LogNormalizer = terms.LogNormalizer(normalization, Math.Exp(kernel.LogWeight(0, 1)));
            return true;
        }

        tree.Build();
        tree.Charge(null);
        Sum(forces.Pointer, weights);
        return IsPairWise ? NormalizePairs() : NormalizeRows();
    }

    public void Slopes(int first, int end, float* slopes, int length)
    {
        for (int d = 0; d < default(TDimensions).Count; d++)
        {
            float* own = forces.Pointer + (d * points.Length);
            float* charged = chargedForces.Pointer + (d * points.Length);
            float* to = slopes + (d * length) - first;
            for (int i = first; i < end; i++)
            {
                to[i] = factor == 0 ? 0
                    : IsPairWise ? factor * own[i]
                    : factor * ((charges.Pointer[i] * own[i]) + charged[i]);
            }
        }
    }

    public double SampledError(int size)
    {
        if (factor == 0)
        {
            return 0;
        }

        float* measured = IsPairWise ? forces.Pointer : chargedForces.Pointer;
        return ForceSample<TKernel, TDimensions>.Error(kernel, points, IsPairWise ? null : charges.Pointer, threads, size, (i, force) =>
        {
            for (int d = 0; d < default(TDimensions).Count; d++)
            {
                force[d] = measured[(d * points.Length) + i];
            }
        });
    }

    private bool NormalizePairs()
    {
        double normalizer = weights.Sum();
        LogNormalizer = terms.Mass * Math.Log(normalizer);
        factor = (float)(-4 * terms.Mass / normalizer);
        return normalizer > LeastNormalizer;
    }

    /// <summary>S_i; then the sums with charges c_i / S_i.</summary>
    private bool NormalizeRows()
    {
        int blocks = Blocks.Count(points.Count, BlockSize);
        double[] logarithms = new double[blocks];
        bool[] trusted = new bool[blocks];
        Blocks.Run(points.Count, BlockSize, threads, (block, first, end) =>
        {
            trusted[block] = true;
            for (int i = first; i < end; i++)
            {
                double mass = terms.RowMasses[points.Order[i]];
                trusted[block] &= weights[i] > LeastNormalizer;
                logarithms[block] += mass * Math.Log(weights[i]);
                charges.Pointer[i] = (float)(mass / weights[i]);
            }
        });
        if (!trusted.All(good => good))
        {
            return false;
        }

        LogNormalizer = logarithms.Sum();
        factor = -2;
        tree.Charge(charges.Pointer);
        Sum(chargedForces.Pointer, null);
        return true;
    }

    /// <summary>Writes the sums of all points to their places.</summary>
    private void Sum(float* to, double[]? weightsTo) => Blocks.Run(tree.Leaves.Length, LeavesPerBlock, threads, (_, first, end) =>
    {
        foreach (int leaf in tree.Leaves[first..end])
        {
            SumLeaf(tree.Cells[leaf], to, weightsTo);
        }
    });

    [SkipLocalsInit]
    private void SumLeaf(TreeCell leaf, float* to, double[]? weightsTo)
    {
        float* room = stackalloc float[TreeGroup<TKernel, TDimensions>.RoomLength];
        RowForce* sums = stackalloc RowForce[TreeGroup<TKernel, TDimensions>.Size];
        for (int first = leaf.First; first < leaf.End; first += TreeGroup<TKernel, TDimensions>.Size)
        {
            int end = Math.Min(leaf.End, first + TreeGroup<TKernel, TDimensions>.Size);
            new TreeGroup<TKernel, TDimensions>(kernel, tree, leaf, first, end, room, sums).Run(squaredTheta, clump);
            for (int i = first; i < end; i++)
            {
                Write(sums[i - first], tree.Places[i], to, weightsTo);
            }
        }
    }

    private void Write(RowForce sum, int place, float* to, double[]? weightsTo)
    {
        to[place] = (float)sum.X;
        if (default(TDimensions).Count > 1)
        {
            to[points.Length + place] = (float)sum.Y;
        }

        if (default(TDimensions).Count > 2)
        {
            to[(2 * points.Length) + place] = (float)sum.Z;
        }

        if (weightsTo is not null)
        {
            weightsTo[place] = sum.Weight;
        }
    }
}
