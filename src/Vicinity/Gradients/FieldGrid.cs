namespace Vicinity;

/// <summary>The grid that all fields of a map share: how fine it is, and how far the pairs are that are summed one by one.</summary>
/// <remarks>Fine enough that these are few, whatever the form of the map; the constants are from docs/decisions/0022-near-field.md.</remarks>
internal sealed unsafe class FieldGrid<TDimensions>
    where TDimensions : struct, IDimensions
{
    /// <summary>Places of the grid in the radius of a core for an error of 2 %, and the power of the error with which it grows.</summary>
    private const double UsualCore = 2.4;
    private const double UsualError = 0.02;
    private const double CorePower = -1.0 / 6;

    /// <summary>Pairs per point, in cells that touch, above which a finer grid is cheaper.</summary>
    private const double ManyPairs = 400;

    /// <summary>Cost of a near pair, which is summed in either direction with and without its core, in that of one of all pairs.</summary>
    private const double CostOfNear = 3;
    private const double RestPerError = 0.2;
    private const int StepsPerOctave = 3;
    private const int LeastCells = 64;
    private const double CellsPerPoint = 2;             // along an axis
    private const int BlockSize = 256;

    private readonly List<Func<double, bool>> needs = [];
    private readonly double corePlaces;
    private readonly MeshFineness fineness;
    private readonly int threads;
    private readonly PinnedBuffer<float> gathered;
    private readonly PinnedBuffer<float> charges;

    public FieldGrid(int count, double accuracy, MeshFineness fineness, int threads)
    {
        this.fineness = fineness;
        this.threads = threads;
        Cells = new(count, default(TDimensions).Count);
        charges = new(Cells.Length);
        gathered = new((default(TDimensions).Count + 1) * Cells.Length);
        Potential = new(MeshAccuracy.Splines<TDimensions>(), count, default(TDimensions).Count, threads);
        LargestRest = accuracy * RestPerError;
        corePlaces = UsualCore * Math.Pow(accuracy / UsualError, CorePower);
    }

    /// <summary>The points.</summary>
    public CellList Cells { get; }

    /// <summary>Way between two places of the grid.</summary>
    public double Spacing { get; private set; }

    /// <summary>True if all points are at one place, or one of them at no place: then what the pairs of P say is not finite either.</summary>
    public bool IsPoint => !MeshSpacing.CanHold(Span);

    /// <summary>The rest of a core, <see cref="SmoothCore.Rest"/>, that does not matter.</summary>
    public double LargestRest { get; }

    private double Span { get; set; }

    private bool IsNear => needs.Any(need => need(Spacing));

    /// <summary>Sums for one function more.</summary>
    /// <param name="needsNear">True if it needs near pairs on a grid of some spacing.</param>
    public void Serve(Func<double, bool> needsNear) => needs.Add(needsNear);

    /// <summary>Takes the points of another map.</summary>
    /// <returns>False if the grid that they need costs more than all pairs.</returns>
    public bool Take(Coordinates positions)
    {
        Span = Cells.Measure(positions);
        if (IsPoint)
        {
            return true;
        }

        int most = MeshSpacing.MostCells(default(TDimensions).Count);
        double near = Choose(positions, most);
        if ((CostOfNear * near) + CostInPairs(Spacing) > (double)Cells.Count * Cells.Count)
        {
            return false;
        }

        Cells.Sort(positions);
        return true;
    }

    /// <summary>What stands at some places, from what every point has.</summary>
    public RowForce[] Read(RowForce[] rows, int[] places) => Array.ConvertAll(places, place => rows[Cells.Order[place]]);

    /// <summary>The radius within which pairs are summed one by one.</summary>
    public double CoreOf(double spacing) => fineness.Widen(corePlaces) * spacing;

    /// <summary>The potential of charged points.</summary>
    public MeshPotential Potential { get; }

    /// <summary>Makes the potential; returns sum_ij c_i c_j g_ij, a point with itself included.</summary>
    /// <param name="functions">g.</param>
    /// <param name="charges">c at the places; null for 1.</param>
    /// <param name="total">Their sum.</param>
    public double Solve(MeshFunctions functions, float* charges, double total)
    {
        Potential.Place(Cells.Low, Span, Spacing, functions);
        return Potential.Solve(Cells.Axes.Pointer, Cells.Length, Cells.Count, charges, total);
    }

    /// <summary>Reads the potential at all points: slopes of every dimension, then values.</summary>
    public float* Gather()
    {
        Blocks.Run(Cells.Count, BlockSize, threads, (_, first, end) => Potential.Gather(Cells.Axes.Pointer, Cells.Length, first, end, gathered.Pointer));
        return gathered.Pointer;
    }

    /// <summary>Brings the charges of points to their places.</summary>
    /// <param name="of">c of the points; null for 1.</param>
    /// <param name="total">Their sum.</param>
    /// <returns>The charges at the places; null for 1.</returns>
    public float* Charge(double[]? of, out double total)
    {
        total = Cells.Count;
        if (of is null)
        {
            return null;
        }

        total = 0;
        for (int place = 0; place < Cells.Count; place++)
        {
            charges.Pointer[place] = (float)of[Cells.Order[place]];
            total += charges.Pointer[place];
        }

        return charges.Pointer;
    }

    /// <summary>Chooses a spacing with few near pairs, or as many as cost no more than a finer grid; returns their number.</summary>
    private double Choose(Coordinates positions, double most)
    {
        Lay(positions, Math.Min(LeastCells, most));
        if (!IsNear)
        {
            return 0;
        }

        double cells = Math.Clamp(CellsPerPoint * Math.Pow(Cells.Count, 1.0 / default(TDimensions).Count), 1, most);
        double pairs = Lay(positions, cells);
        while (IsNear && cells < most && pairs > Math.Max(ManyPairs * Cells.Count, CostInPairs(Spacing / Math.Sqrt(2))))
        {
            cells = Math.Min(most, cells * Math.Sqrt(2));
            pairs = Lay(positions, cells);
        }

        return IsNear ? pairs : 0;
    }

    private double Lay(Coordinates positions, double cells)
    {
        Spacing = Step(Span / cells);
        return Cells.CountPairs(positions, CoreOf(Spacing));
    }

    private double CostInPairs(double spacing) => MeshSpacing.CostInPairs(Span, spacing, default(TDimensions).Count);

    /// <summary>The next of a ladder of spacings, so that tables serve for many iterations.</summary>
    private static double Step(double spacing) => Math.Pow(2, Math.Floor(StepsPerOctave * Math.Log2(spacing)) / StepsPerOctave);
}
