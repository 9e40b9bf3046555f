namespace Vicinity;

/// <summary>
/// The repulsion as the slopes of a potential on a grid: with phi(y) = sum_j c_j w(|y - y_j|^2), grad phi(y_i) = -2 sum_j c_j psi_ij w_ij (y_i - y_j).
/// </summary>
internal sealed unsafe class MeshRepulsion<TKernel, TDimensions> : IRepulsion
    where TKernel : struct, IKernel
    where TDimensions : struct, IDimensions
{
    private const int BlockSize = 1024;

    /// <summary>S is a difference of the potential and the point's own w(0): a sum below this share of w(0) would be mostly noise.</summary>
    private const double LeastShare = 0.05;

    private readonly TKernel kernel;
    private readonly Normalization normalization;
    private readonly bool isPairWise;
    private readonly SeparableTerms terms;
    private readonly OrderedPoints points;
    private readonly MeshPotential<TKernel> potential;
    private readonly double spacingLimit;
    private readonly double ownWeight;
    private readonly int threads;
    private readonly PinnedBuffer<float> values;
    private readonly PinnedBuffer<float> rowValues;          // of the first potential, point-wise
    private readonly PinnedBuffer<float> charges;            // c_i / S_i, point-wise
    private readonly PinnedBuffer<float> rowSlopes;          // what its slopes have to be multiplied by
    private readonly FarPoints far;
    private RowForce[] farForces = [];
    private float slopeFactor;

    public MeshRepulsion(TKernel kernel, Normalization normalization, SeparableTerms terms, OrderedPoints points, double accuracy, int threads)
    {
        this.kernel = kernel;
        this.normalization = normalization;
        this.terms = terms;
        this.points = points;
        this.threads = threads;
        isPairWise = normalization == Normalization.PairWise;
        potential = new(kernel, MeshAccuracy.Splines<TDimensions>(), default(TDimensions).Count, threads);
        spacingLimit = MeshAccuracy.Spacing(kernel, accuracy, default(TDimensions).Count);
        ownWeight = Math.Exp(kernel.LogWeight(0, 1));
        far = new(points, default(TDimensions).Count);
        int length = points.Length;
        values = new((default(TDimensions).Count + 1) * length);
        rowValues = new(isPairWise ? 0 : values.Length);
        charges = new(isPairWise ? 0 : length);
        rowSlopes = new(isPairWise ? 0 : length);
    }

    public double LogNormalizer { get; private set; }

    public bool Prepare()
    {
        slopeFactor = 0;
        LogNormalizer = 0;
        if (points.Count < 2)
        {
            return true;
        }

        if (points.Span <= 0)
        {
            LogNormalizer = terms.LogNormalizer(normalization, ownWeight);
            return true;
        }

        far.Choose(MeshSpacing.MostCells(default(TDimensions).Count) * spacingLimit);
        if (far.Span <= 0 || (!isPairWise && far.Places.Length > 0))
        {
            return false;
        }

        int near = points.Count - far.Places.Length;
        potential.Place(far.Low, far.Span, MeshSpacing.For(far.Span, spacingLimit, default(TDimensions).Count));
        double all = potential.Solve(far.Axes, points.Length, points.Count, far.Charges, near);
        return isPairWise ? NormalizePairs(all - (near * ownWeight) + FarWeights()) : NormalizeRows();
    }

    public void Slopes(int first, int end, float* slopes, int length)
    {
        Gather(first, end);
        for (int d = 0; d < default(TDimensions).Count; d++)
        {
            float* from = values.Pointer + (d * points.Length);
            float* rows = rowValues.Pointer + (d * points.Length);
            float* to = slopes + (d * length) - first;
            for (int i = first; i < end; i++)
            {
                to[i] = slopeFactor == 0 ? 0 : slopeFactor * from[i];
                to[i] += isPairWise || slopeFactor == 0 ? 0 : rowSlopes.Pointer[i] * rows[i];
            }
        }

        for (int i = first; far.Places.Length > 0 && i < end; i++)
        {
            AddFar(i, slopes + (i - first), length);
        }
    }

    public double SampledError() => slopeFactor == 0
        ? 0
        : ForceSample<TKernel, TDimensions>.Error(kernel, points, isPairWise ? null : charges.Pointer, threads, (i, force) =>
        {
            // Point-wise, the potential that stands on the grid is the charged one.
            GatherOne(i, force);
            for (int d = 0; d < default(TDimensions).Count; d++)
            {
                force[d] *= (float)(-0.5 * potential.SlopeSize / slopeFactor);
            }
        });

    /// <summary>Reads the grid for some points.</summary>
    private void Gather(int first, int end)
    {
        if (slopeFactor != 0)
        {
            potential.Gather(far.Axes, points.Length, first, end, values.Pointer);
        }
    }

    /// <summary>The slope of the potential that stands on the grid, and of far points.</summary>
    private void GatherOne(int i, float* slope)
    {
        Gather(i, i + 1);
        for (int d = 0; d < default(TDimensions).Count; d++)
        {
            slope[d] = slopeFactor * values.Pointer[(d * points.Length) + i];
        }

        if (far.Places.Length > 0)
        {
            AddFar(i, slope, 1);
        }
    }

    /// <summary>Adds what far points push with; a far point itself is pushed by all others, one by one.</summary>
    private void AddFar(int i, float* slope, int length)
    {
        int own = Array.BinarySearch(far.Places, i);
        RowForce force = own >= 0
            ? farForces[own]
            : DirectSum<TKernel, TDimensions>.Of(
                kernel, far.Own.Pointer, FarPoints.OwnLength, far.Places.Length, null, points.Axes.Pointer + i, points.Length, -1);
        double factor = -2 * slopeFactor / potential.SlopeSize;
        for (int d = 0; d < default(TDimensions).Count; d++)
        {
            double push = factor * (d == 0 ? force.X : d == 1 ? force.Y : force.Z);
            slope[d * length] = (float)(own >= 0 ? push : slope[d * length] + push);
        }
    }

    /// <summary>The weights of all ordered pairs with a far point; their forces are kept.</summary>
    private double FarWeights()
    {
        farForces = new RowForce[far.Places.Length];
        double[] among = new double[farForces.Length];
        Blocks.Run(farForces.Length, 1, threads, (_, k, _) =>
        {
            farForces[k] = DirectSum<TKernel, TDimensions>.OverOthers(kernel, points, null, far.Places[k]);
            among[k] = DirectSum<TKernel, TDimensions>.Of(
                kernel, far.Own.Pointer, FarPoints.OwnLength, farForces.Length, null, far.Own.Pointer + k, FarPoints.OwnLength, k).Weight;
        });
        return (2 * farForces.Sum(force => force.Weight)) - among.Sum();
    }

    private bool NormalizePairs(double normalizer)
    {
        LogNormalizer = terms.Mass * Math.Log(normalizer);
        slopeFactor = (float)(2 * terms.Mass * potential.SlopeSize / normalizer);
        return normalizer > LeastShare * points.Count * ownWeight;
    }

    /// <summary>S_i = phi(y_i) - w(0); then the potential of charges c_i / S_i.</summary>
    private bool NormalizeRows()
    {
        int blocks = Blocks.Count(points.Count, BlockSize);
        double[] logarithms = new double[blocks];
        double[] totals = new double[blocks];
        bool[] trusted = new bool[blocks];
        Blocks.Run(points.Count, BlockSize, threads, (block, first, end) =>
        {
            trusted[block] = true;
            potential.Gather(points.Axes.Pointer, points.Length, first, end, rowValues.Pointer);
            for (int i = first; i < end; i++)
            {
                double value = rowValues.Pointer[(default(TDimensions).Count * points.Length) + i];
                double normalizer = (potential.ValueSize * value) + (potential.Mean * points.Count) - ownWeight;
                double mass = terms.RowMasses[points.Order[i]];
                trusted[block] &= normalizer > LeastShare * ownWeight;
                logarithms[block] += mass * Math.Log(normalizer);
                charges.Pointer[i] = (float)(mass / normalizer);
                rowSlopes.Pointer[i] = (float)(potential.SlopeSize * mass / normalizer);
                totals[block] += charges.Pointer[i];
            }
        });
        LogNormalizer = logarithms.Sum();
        potential.Solve(points.Axes.Pointer, points.Length, points.Count, charges.Pointer, totals.Sum());
        slopeFactor = (float)potential.SlopeSize;
        return trusted.All(good => good);
    }
}
