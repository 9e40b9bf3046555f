namespace Vicinity;

/// <summary>Sums of a radial function over all pairs: a smooth one on a grid, and what the near pairs have beyond it one by one.</summary>
internal sealed unsafe class RadialField<TRadial, TDimensions>
    where TRadial : struct, IRadial
    where TDimensions : struct, IDimensions
{
    private const int BlockSize = 256;
    private const int KeptCores = 32;

    private readonly TRadial radial;
    private readonly FieldGrid<TDimensions> grid;
    private readonly bool isPush;
    private readonly bool isZero;
    private readonly int threads;
    private readonly Dictionary<double, SmoothCore> cores = [];

    /// <param name="radial">What is summed.</param>
    /// <param name="grid">The points.</param>
    /// <param name="isPush">True if sums of F (y_i - y_j) are asked for, false if those of the function itself.</param>
    /// <param name="threads">Cores to use.</param>
    public RadialField(TRadial radial, FieldGrid<TDimensions> grid, bool isPush, int threads)
    {
        this.radial = radial;
        this.grid = grid;
        this.isPush = isPush;
        this.threads = threads;
        isZero = radial.At(1e-2) == 0 && radial.At(1) == 0;
        if (!isZero)
        {
            grid.Serve(NeedsNear);
        }
    }

    private CellList Cells => grid.Cells;

    /// <summary>Writes sum_j of every point.</summary>
    public void Values(double[] sums)
    {
        if (grid.IsPoint || isZero)
        {
            Array.Fill(sums, (Cells.Count - 1) * radial.At(0));
            return;
        }

        SmoothCore core = CoreOf(grid.Spacing);
        grid.Solve(core.Functions, null, Cells.Count);
        float* values = grid.Gather() + (default(TDimensions).Count * Cells.Length);
        (double size, double others) = (grid.Potential.ValueSize, (grid.Potential.Mean * Cells.Count) - core.AtZero);
        ForEach((place, i) => sums[i] = (size * values[place]) + others + NearValues(core, place));
    }

    /// <summary>sum over all ordered pairs.</summary>
    public double Total()
    {
        if (grid.IsPoint || isZero)
        {
            return (double)Cells.Count * (Cells.Count - 1) * radial.At(0);
        }

        SmoothCore core = CoreOf(grid.Spacing);
        double smooth = grid.Solve(core.Functions, null, Cells.Count);
        double[] near = new double[Cells.Count];
        ForEach((place, i) => near[place] = NearValues(core, place));
        return smooth - (Cells.Count * core.AtZero) + near.Sum();
    }

    /// <summary>Adds factor_i sum_j c_j F (y_i - y_j) to every point.</summary>
    /// <param name="charges">c of the points; null for 1.</param>
    /// <param name="factors">A factor for every point; null for the one that follows.</param>
    /// <param name="factor">One factor for all.</param>
    /// <param name="sums">What is added to.</param>
    public void AddForces(double[]? charges, double[]? factors, double factor, RowForce[] sums)
    {
        if (grid.IsPoint || isZero)
        {
            return;
        }

        float* placed = grid.Charge(charges, out double total);
        SmoothCore core = CoreOf(grid.Spacing);
        grid.Solve(core.Functions, placed, total);
        float* slopes = grid.Gather();
        ForEach((place, i) =>
        {
            RowForce force = default;
            AddSmooth(slopes + place, ref force);
            AddNear(core, placed, place, ref force);
            sums[i].Add(force, FactorOf(i, factors, factor));
        });
    }

    /// <summary>Adds the same to points at some places, from every pair.</summary>
    public void AddDirect(double[]? charges, double[]? factors, double factor, int[] places, RowForce[] sums)
    {
        if (grid.IsPoint || isZero)
        {
            return;
        }

        float* placed = grid.Charge(charges, out _);
        Blocks.Run(places.Length, 1, threads, (k, _, _) =>
        {
            RowForce force = default;
            CorePairs<TRadial, TDimensions>.AddForces(radial, null, Cells, placed, places[k], 0, Cells.Count, ref force);
            sums[k].Add(force, FactorOf(Cells.Order[places[k]], factors, factor));
        });
    }

    private static double FactorOf(int i, double[]? factors, double factor) => factors is null ? factor : factor * factors[i];

    private bool NeedsNear(double spacing) => CoreOf(spacing).Rest > grid.LargestRest;

    private SmoothCore CoreOf(double spacing)
    {
        double edge = grid.CoreOf(spacing);
        if (!cores.TryGetValue(edge, out SmoothCore? core))
        {
            if (cores.Count >= KeptCores)
            {
                cores.Clear();
            }

            core = isPush ? SmoothCore.OfPush(radial, edge * edge) : SmoothCore.OfValue(radial, edge * edge);
            cores.Add(edge, core);
        }

        return core;
    }

    private void AddSmooth(float* at, ref RowForce force)
    {
        double slope = -0.5 * grid.Potential.SlopeSize;
        force.Add(
            slope * at[0],
            default(TDimensions).Count > 1 ? slope * at[Cells.Length] : 0,
            default(TDimensions).Count > 2 ? slope * at[2 * Cells.Length] : 0);
    }

    private void AddNear(SmoothCore core, float* charges, int place, ref RowForce force)
    {
        for (int line = 0; core.Rest > grid.LargestRest && line < Cells.Lines; line++)
        {
            (int first, int end) = Cells.Stretch(Cells.CellAt(place), line);
            CorePairs<TRadial, TDimensions>.AddForces(radial, core, Cells, charges, place, first, end, ref force);
        }
    }

    private double NearValues(SmoothCore core, int place)
    {
        double sum = 0;
        for (int line = 0; core.Rest > grid.LargestRest && line < Cells.Lines; line++)
        {
            (int first, int end) = Cells.Stretch(Cells.CellAt(place), line);
            sum += CorePairs<TRadial, TDimensions>.Values(radial, core, Cells, place, first, end);
        }

        return sum;
    }

    /// <summary>Does something for every place and the point that stands there.</summary>
    private void ForEach(Action<int, int> work) => Blocks.Run(Cells.Count, BlockSize, threads, (_, first, end) =>
    {
        for (int place = first; place < end; place++)
        {
            work(place, Cells.Order[place]);
        }
    });
}
