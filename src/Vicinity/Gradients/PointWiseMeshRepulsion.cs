namespace Vicinity;

/// <summary>
/// The repulsion of point-wise costs from two potentials on one grid, of charges 1 and c_j / S_j. Isolated points, whose S_i is small and
/// whose charge is large, stand on the first alone.
/// </summary>
internal sealed unsafe class PointWiseMeshRepulsion<TKernel, TDimensions> : IRepulsion
    where TKernel : struct, IKernel
    where TDimensions : struct, IDimensions
{
    private const int BlockSize = 1024;

    /// <summary>S_i is a difference of the potential and the point's own w(0): below this share of it points are summed one by one.</summary>
    private const double LoneShare = 0.5;

    /// <summary>A sum below this share would be mostly noise.</summary>
    private const double LeastShare = 0.05;

    /// <summary>A smaller sum of weights has lost its digits, since they underflowed.</summary>
    private const double LeastNormalizer = 1e-30;

    private readonly TKernel kernel;
    private readonly SeparableTerms terms;
    private readonly OrderedPoints points;
    private readonly int threads;
    private readonly MeshField<TKernel, TDimensions> field;
    private readonly LonePoints<TKernel, TDimensions> far;          // with charge 1
    private readonly LonePoints<TKernel, TDimensions> lone;         // far and isolated, with charge c / S
    private readonly RowForce[] loneForces = new RowForce[LonePoints<TKernel, TDimensions>.Most];
    private readonly PinnedBuffer<float> gathered;
    private readonly PinnedBuffer<float> chargedGathered;
    private readonly PinnedBuffer<float> charges;
    private readonly PinnedBuffer<float> gridCharges;
    private readonly double[] normalizers;
    private readonly List<int> isolated = [];
    private readonly double ownWeight;
    private bool isEmpty;

    public PointWiseMeshRepulsion(TKernel kernel, SeparableTerms terms, OrderedPoints points, double accuracy, int threads)
    {
        this.kernel = kernel;
        this.terms = terms;
        this.points = points;
        this.threads = threads;
        field = new(kernel, points, accuracy, threads);
        far = new(kernel, points, threads);
        lone = new(kernel, points, threads);
        gathered = new(field.GatheredLength);
        chargedGathered = new(field.GatheredLength);
        charges = new(points.Length);
        gridCharges = new(points.Length);
        normalizers = new double[points.Count];
        ownWeight = Math.Exp(kernel.LogWeight(0, 1));
    }

    public double LogNormalizer { get; private set; }

    public bool Prepare()
    {
        isEmpty = points.Count < 2 || points.Span <= 0;
        if (isEmpty)
        {
            LogNormalizer = terms.LogNormalizer(Normalization.PointWise, ownWeight);
            return true;
        }

        if (!field.Place())
        {
            return false;
        }

        far.Take(field.FarPlaces, null);
        field.Solve();
        FindNormalizers();
        if (!FindLonePoints())
        {
            return false;
        }

        Charge();
        return true;
    }

    public void Slopes(int first, int end, float* slopes, int length)
    {
        if (!isEmpty)
        {
            field.Gather(first, end, chargedGathered.Pointer);
        }

        float slopeSize = isEmpty ? 0 : (float)field.SlopeSize;
        for (int d = 0; d < default(TDimensions).Count; d++)
        {
            float* own = gathered.Pointer + (d * points.Length);
            float* charged = chargedGathered.Pointer + (d * points.Length);
            for (int i = first; i < end; i++)
            {
                slopes[(d * length) + i - first] = isEmpty ? 0 : slopeSize * ((charges.Pointer[i] * own[i]) + charged[i]);
            }
        }

        for (int i = first; !isEmpty && lone.Places.Length > 0 && i < end; i++)
        {
            RowForce force = lone.Of(i, out bool isLone);
            RowForce own = isLone ? loneForces[Array.BinarySearch(lone.Places, i)] : far.Of(i, out _);
            force.Add(charges.Pointer[i] * own.X, charges.Pointer[i] * own.Y, charges.Pointer[i] * own.Z);
            force.Put(-2, isLone, default(TDimensions).Count, slopes + (i - first), length);
        }
    }

    public bool Adapt() => !isEmpty && field.Follow(SampledError(ForceSample.Few(points.Count)));

    public void Exchange(StateStore store) => field.Exchange(store);

    public double SampledError(int size) => isEmpty
        ? 0
        : ForceSample<TKernel, TDimensions>.Error(kernel, points, charges.Pointer, threads, size, (i, force) =>
        {
            field.Gather(i, i + 1, chargedGathered.Pointer);
            for (int d = 0; d < default(TDimensions).Count; d++)
            {
                force[d] = (float)(-0.5 * field.SlopeSize * chargedGathered.Pointer[(d * points.Length) + i]);
            }

            RowForce push = lone.Of(i, out bool isLone);
            push.Put(1, isLone, default(TDimensions).Count, force, 1);
        });

    /// <summary>S_i = phi(y_i) - w(0).</summary>
    private void FindNormalizers() => Blocks.Run(points.Count, BlockSize, threads, (_, first, end) =>
    {
        field.Gather(first, end, gathered.Pointer);
        for (int i = first; i < end; i++)
        {
            double beside = far.Of(i, out bool isFar).Weight;
            normalizers[i] = isFar ? beside : field.Value(gathered.Pointer, i, points.Count - far.Places.Length) - ownWeight + beside;
        }
    });

    /// <summary>Takes the far points and those with the smallest S_i, whose sums are taken one by one.</summary>
    /// <returns>False if there are too many of them, or if one is further away from the others than a number can tell.</returns>
    private bool FindLonePoints()
    {
        isolated.Clear();
        for (int i = 0; i < points.Count; i++)
        {
            if (!(normalizers[i] >= LoneShare * ownWeight) && Array.BinarySearch(far.Places, i) < 0)
            {
                isolated.Add(i);
            }
        }

        int most = LonePoints<TKernel, TDimensions>.Most - far.Places.Length;
        if (isolated.Count > most)
        {
            isolated.Sort((i, j) => (normalizers[i], i).CompareTo((normalizers[j], j)));
            if (!(normalizers[isolated[most]] > LeastShare * ownWeight))
            {
                return false;
            }
        }

        return TakeLonePoints([.. isolated.Take(most).Concat(far.Places).Order()]);
    }

    /// <summary>Takes points one by one, and their S_i with that.</summary>
    private bool TakeLonePoints(int[] places)
    {
        lone.Take(places, null);
        bool areKnown = true;
        for (int k = 0; k < lone.Places.Length; k++)
        {
            loneForces[k] = lone.Of(lone.Places[k], out _);
            normalizers[lone.Places[k]] = loneForces[k].Weight;
            areKnown &= loneForces[k].Weight > LeastNormalizer;
        }

        return areKnown;
    }

    /// <summary>The potential of charges c_i / S_i.</summary>
    private void Charge()
    {
        double[] logarithms = new double[Blocks.Count(points.Count, BlockSize)];
        double[] totals = new double[logarithms.Length];
        Blocks.Run(points.Count, BlockSize, threads, (block, first, end) =>
        {
            for (int i = first; i < end; i++)
            {
                double mass = terms.RowMasses[points.Order[i]];
                logarithms[block] += mass * Math.Log(normalizers[i]);
                charges.Pointer[i] = (float)(mass / normalizers[i]);
                gridCharges.Pointer[i] = Array.BinarySearch(lone.Places, i) < 0 ? charges.Pointer[i] : 0;
                totals[block] += gridCharges.Pointer[i];
            }
        });
        LogNormalizer = logarithms.Sum();
        lone.Take(lone.Places, charges.Pointer);
        field.Solve(gridCharges.Pointer, totals.Sum());
    }
}
