namespace Vicinity;

/// <summary>All pairs at p = 0 of a cost between weights that are not normalised, from fields.</summary>
internal sealed class FieldPart<TDivergence, TKernel, TDimensions> : IFieldPart
    where TDivergence : struct, IDivergence
    where TKernel : struct, IKernel
    where TDimensions : struct, IDimensions
{
    private readonly Normalizers normalizers;
    private readonly FieldGrid<TDimensions> grid;
    private readonly RadialField<FarTerm<TDivergence, TKernel>, TDimensions> terms;
    private readonly RadialField<FarPush<TDivergence, TKernel>, TDimensions> pushes;

    public FieldPart(TDivergence divergence, TKernel kernel, int count, Normalizers normalizers, double accuracy, int threads)
    {
        this.normalizers = normalizers;
        grid = new(count, accuracy, threads);
        terms = new(new(divergence, kernel), grid, false, threads);
        pushes = new(new(divergence, kernel), grid, true, threads);
        Rows = new RowForce[count];
    }

    public RowForce[] Rows { get; }

    public void Normalize(Coordinates positions, bool withForces)
    {
        grid.Take(positions);
        normalizers.Settle(positions);
    }

    public void AddPullSums(Coordinates positions, double[] pullSums)
    {
        // Nothing is divided by S, so nobody asks for sum h.
    }

    public double Force(Coordinates positions, double[] pullSums, double exaggeration)
    {
        Array.Clear(Rows);
        pushes.AddForces(null, null, -2, Rows);
        return 1;
    }

    public double Cost(Coordinates positions, double exaggeration) => terms.Total();

    public double ForceError(Coordinates positions)
    {
        grid.Take(positions);
        return pushes.SampledError();
    }
}
