namespace Vicinity;

/// <summary>The grid that all fields of a map share: how fine it is, and how far the pairs are that are summed one by one.</summary>
/// <remarks>Fine enough that these are few, whatever the form of the map; the constants are from docs/decisions/0022-near-field.md.</remarks>
internal sealed unsafe class FieldGrid<TDimensions>
    where TDimensions : struct, IDimensions
{
    /// <summary>Places of the grid in the radius of a core for an error of 2 %, and the power of the error with which it grows.</summary>
    private const double UsualCore = 4;
    private const double UsualError = 0.02;
    private const double CorePower = -0.25;

    /// <summary>Pairs per point, in cells that touch, above which a finer grid is cheaper.</summary>
    private const double ManyPairs = 400;
    private const int StepsPerOctave = 3;
    private const int LeastCells = 64;

    private readonly double corePlaces;
    private readonly PinnedBuffer<float> charges;

    public FieldGrid(int count, double accuracy)
    {
        Cells = new(count, default(TDimensions).Count);
        charges = new(Cells.Length);
        corePlaces = UsualCore * Math.Pow(accuracy / UsualError, CorePower);
    }

    /// <summary>The points.</summary>
    public CellList Cells { get; }

    /// <summary>Way between two places of the grid.</summary>
    public double Spacing { get; private set; }

    /// <summary>True if all points are at one place.</summary>
    public bool IsPoint => Span <= 0;

    private double Span { get; set; }

    /// <summary>Takes the points of another map.</summary>
    public void Take(Coordinates positions)
    {
        Span = Cells.Measure(positions);
        if (IsPoint)
        {
            return;
        }

        int most = MeshSpacing.MostCells(default(TDimensions).Count);
        double cells = Math.Clamp(2 * Math.Pow(Cells.Count, 1.0 / default(TDimensions).Count), Math.Min(LeastCells, most), most);
        double pairs;
        do
        {
            Spacing = Math.Max(Step(Span / cells), Span / most);
            pairs = Cells.CountPairs(positions, CoreOf(Spacing));
            cells *= Math.Sqrt(2);
        }
        while (pairs > ManyPairs * Cells.Count && Spacing > Span / most);
        Cells.Sort(positions);
    }

    /// <summary>The radius within which pairs are summed one by one.</summary>
    public double CoreOf(double spacing) => corePlaces * spacing;

    /// <summary>Lays a grid over the map.</summary>
    public void Place(MeshPotential potential) => potential.Place(Cells.Low, Span, Spacing);

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

    /// <summary>The next of a ladder of spacings, so that tables serve for many iterations.</summary>
    private static double Step(double spacing) => Math.Pow(2, Math.Floor(StepsPerOctave * Math.Log2(spacing)) / StepsPerOctave);
}
