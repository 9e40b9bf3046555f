namespace Vicinity;

/// <summary>All pairs at p = 0 of a cost between weights that are not normalised, from fields.</summary>
internal sealed class FieldPart<TDivergence, TKernel, TDimensions> : IFieldPart
    where TDivergence : struct, IDivergence
    where TKernel : struct, IKernel
    where TDimensions : struct, IDimensions
{
    private const double BothDirections = -2;

    private readonly Normalizers normalizers;
    private readonly FieldGrid<TDimensions> grid;
    private readonly RadialField<FarTerm<TDivergence, TKernel>, TDimensions> terms;
    private readonly RadialField<FarPush<TDivergence, TKernel>, TDimensions> pushes;

    public FieldPart(TDivergence divergence, TKernel kernel, FieldGrid<TDimensions> grid, Normalizers normalizers, int threads)
    {
        this.normalizers = normalizers;
        this.grid = grid;
        terms = new(new(divergence, kernel), grid, false, threads);
        pushes = new(new(divergence, kernel), grid, true, threads);
        Rows = new RowForce[grid.Cells.Count];
    }

    public RowForce[] Rows { get; }

    public bool TryNormalize(Coordinates positions)
    {
        if (!grid.Take(positions))
        {
            return false;
        }

        normalizers.Settle(positions);
        return true;
    }

    public void AddPullSums(double[] pullSums)
    {
        // Nothing is divided by S, so nobody asks for sum h.
    }

    public void Force(double[] pullSums)
    {
        Array.Clear(Rows);
        pushes.AddForces(null, null, BothDirections, Rows);
    }

    public double Cost() => terms.Total();

    public double SquaredError(int size)
    {
        int[] places = ForceSample.Draw(size, Rows.Length);
        RowForce[] direct = new RowForce[size];
        pushes.AddDirect(null, null, BothDirections, places, direct);
        return ForceSample.Squares(grid.Read(Rows, places), direct) / size;
    }
}
