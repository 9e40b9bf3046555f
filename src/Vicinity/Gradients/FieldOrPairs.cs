namespace Vicinity;

/// <summary>A dense part from fields, or from every pair where fields cannot sum a map.</summary>
/// <param name="fields">The fields.</param>
/// <param name="exact">Every pair one by one.</param>
/// <param name="fineness">Of the grid of the fields.</param>
internal sealed class FieldOrPairs(IFieldPart fields, Func<IDensePart> exact, MeshFineness fineness) : IDensePart
{
    private readonly Lazy<IDensePart> exact = new(exact);
    private bool isExact;
    private int steps;

    public RowForce[] Rows => isExact ? exact.Value.Rows : fields.Rows;

    /// <summary>True if the grid has become another one since.</summary>
    public bool IsOutdated => steps != fineness.Steps;

    public void Normalize(Coordinates positions, bool withForces)
    {
        steps = fineness.Steps;
        isExact = !fields.TryNormalize(positions);
        if (isExact)
        {
            exact.Value.Normalize(positions, withForces);
        }
    }

    public void AddPullSums(Coordinates positions, double[] pullSums)
    {
        if (isExact)
        {
            exact.Value.AddPullSums(positions, pullSums);
        }
        else
        {
            fields.AddPullSums(pullSums);
        }
    }

    public double Force(Coordinates positions, double[] pullSums, double exaggeration)
    {
        if (isExact)
        {
            return exact.Value.Force(positions, pullSums, exaggeration);
        }

        fields.Force(pullSums);
        return 1;
    }

    public double Cost(Coordinates positions, double exaggeration) => isExact ? exact.Value.Cost(positions, exaggeration) : fields.Cost();

    /// <summary>Mean squared error of the last forces, at a seeded sample of points; 0 where every pair is summed.</summary>
    public double SquaredError(int size) => isExact ? 0 : fields.SquaredError(size);
}
