namespace Vicinity;

/// <summary>The repulsion of pair-wise costs from the slopes of one potential on a grid.</summary>
internal sealed unsafe class MeshRepulsion<TKernel, TDimensions> : IRepulsion
    where TKernel : struct, IKernel
    where TDimensions : struct, IDimensions
{
    /// <summary>S is a difference of the potential and the points' own w(0): a sum below this share of it would be mostly noise.</summary>
    private const double LeastShare = 0.05;

    private readonly TKernel kernel;
    private readonly SeparableTerms terms;
    private readonly OrderedPoints points;
    private readonly int threads;
    private readonly MeshField<TKernel, TDimensions> field;
    private readonly LonePoints<TKernel, TDimensions> lone;
    private readonly PinnedBuffer<float> gathered;
    private readonly double ownWeight;
    private double factor;

    public MeshRepulsion(TKernel kernel, SeparableTerms terms, OrderedPoints points, double accuracy, int threads)
    {
        this.kernel = kernel;
        this.terms = terms;
        this.points = points;
        this.threads = threads;
        field = new(kernel, points, accuracy, threads);
        lone = new(kernel, points, threads);
        gathered = new(field.GatheredLength);
        ownWeight = Math.Exp(kernel.LogWeight(0, 1));
    }

    public double LogNormalizer { get; private set; }

    public bool Prepare()
    {
        (factor, LogNormalizer) = (0, 0);
        if (points.Count < 2 || points.Span <= 0)
        {
            LogNormalizer = terms.LogNormalizer(Normalization.PairWise, ownWeight);
            return true;
        }

        if (!field.Place())
        {
            return false;
        }

        lone.Take(field.FarPlaces, null);
        double normalizer = field.Solve() - ((points.Count - lone.Places.Length) * ownWeight) + lone.Weights();
        LogNormalizer = terms.Mass * Math.Log(normalizer);
        factor = -4 * terms.Mass / normalizer;
        return normalizer > LeastShare * points.Count * ownWeight;
    }

    public void Slopes(int first, int end, float* slopes, int length)
    {
        if (factor == 0)
        {
            for (int d = 0; d < default(TDimensions).Count; d++)
            {
                new Span<float>(slopes + (d * length), end - first).Clear();
            }

            return;
        }

        Write(factor, first, end, slopes, length);
    }

    public bool Adapt() => factor != 0 && field.Follow(SampledError(ForceSample.Few(points.Count)));

    public void Exchange(StateStore store) => field.Exchange(store);

    public double SampledError(int size) => factor == 0
        ? 0
        : ForceSample<TKernel, TDimensions>.Error(kernel, points, null, threads, size, (i, force) => Write(1, i, i + 1, force, 1));

    /// <summary>Writes a factor times sum_j psi_ij w_ij (y_i - y_j).</summary>
    private void Write(double times, int first, int end, float* to, int length)
    {
        field.Gather(first, end, gathered.Pointer);
        float slopeFactor = (float)(-0.5 * times * field.SlopeSize);
        for (int d = 0; d < default(TDimensions).Count; d++)
        {
            float* from = gathered.Pointer + (d * points.Length);
            for (int i = first; i < end; i++)
            {
                to[(d * length) + i - first] = slopeFactor * from[i];
            }
        }

        for (int i = first; lone.Places.Length > 0 && i < end; i++)
        {
            RowForce force = lone.Of(i, out bool isLone);
            force.Put(times, isLone, default(TDimensions).Count, to + (i - first), length);
        }
    }
}
