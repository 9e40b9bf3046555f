namespace Vicinity;

/// <summary>A grid that is laid over the map, with the points that are too far for it apart: with phi(y) = sum_j c_j w(|y - y_j|^2),
/// grad phi(y_i) = -2 sum_j c_j psi_ij w_ij (y_i - y_j).</summary>
internal sealed unsafe class MeshField<TKernel, TDimensions>
    where TKernel : struct, IKernel
    where TDimensions : struct, IDimensions
{
    /// <summary>Points per place along an axis below which the pairs cost a small part of the grid; on so large a grid so few would be noise as well.</summary>
    private const double FewPoints = 0.25;

    private readonly OrderedPoints points;
    private readonly FarPoints far;
    private readonly MeshFunctions functions;
    private readonly MeshPotential potential;
    private readonly double spacingLimit;
    private readonly double width;
    private readonly MeshFineness fineness;

    public MeshField(TKernel kernel, OrderedPoints points, double accuracy, int threads)
    {
        this.points = points;
        far = new(points, default(TDimensions).Count, LonePoints<TKernel, TDimensions>.Most);
        MeshFunction function = MeshFunction.Of(kernel);
        functions = (_, _) => function;
        potential = new(MeshAccuracy.Splines<TDimensions>(), points.Count, default(TDimensions).Count, threads);
        width = MeshAccuracy.Width(kernel);
        fineness = new(accuracy, default(TDimensions).Count);
        spacingLimit = MeshAccuracy.Spacing(kernel, accuracy, default(TDimensions).Count);
    }

    /// <summary>What gathered slopes have to be multiplied by.</summary>
    public double SlopeSize => potential.SlopeSize;

    /// <summary>The places of the points that must not have a charge on the grid, ascending.</summary>
    public int[] FarPlaces => far.Places;

    /// <summary>Room that gathered numbers need.</summary>
    public int GatheredLength => (default(TDimensions).Count + 1) * points.Length;

    /// <summary>Lays the grid over the map.</summary>
    /// <returns>False if the points that are not too far stand at one place, or one of them at no place, or if a grid is worth nothing to so few.</returns>
    public bool Place()
    {
        far.Choose(MeshSpacing.MostCells(default(TDimensions).Count) * spacingLimit);
        if (!MeshSpacing.CanHold(far.Span))
        {
            return false;
        }

        double limit = spacingLimit * MeshAccuracy.Sparseness(points.Count, far.Span, width, default(TDimensions).Count);
        int most = MeshSpacing.MostCells(default(TDimensions).Count);
        double spacing = fineness.Refine(MeshSpacing.For(far.Span, limit, default(TDimensions).Count), far.Span, most);
        if (IsWorthLess(spacing, fineness.IsShort || far.Span > most * limit))
        {
            return false;
        }

        potential.Place(far.Low, far.Span, spacing, functions);
        return true;
    }

    /// <summary>True if the pairs themselves are the better sum: a grid that cannot be as fine as the accuracy needs is of no use where it costs more.</summary>
    private bool IsWorthLess(double spacing, bool isTooCoarse)
    {
        int dimensions = default(TDimensions).Count;
        bool areFew = dimensions > 1 && points.Count < FewPoints * MeshSpacing.Side(MeshSpacing.Used(far.Span, spacing), dimensions);
        return areFew || (isTooCoarse && (double)points.Count * points.Count < MeshSpacing.CostInPairs(far.Span, spacing, dimensions));
    }

    /// <summary>Takes a measured error in; true if the grid will be another one.</summary>
    public bool Follow(double error) => fineness.Follow(error);

    public void Exchange(StateStore store) => fineness.Exchange(store);

    /// <summary>Makes the potential of all points that are not far, with charges 1; returns sum_ij w_ij, a point with itself included.</summary>
    public double Solve() => potential.Solve(far.Axes, points.Length, points.Count, far.Charges, points.Count - far.Places.Length);

    /// <summary>Makes the potential of charged points.</summary>
    /// <param name="charges">c at the places, 0 for far points.</param>
    /// <param name="total">Their sum.</param>
    public void Solve(float* charges, double total) => potential.Solve(far.Axes, points.Length, points.Count, charges, total);

    /// <summary>Reads slopes and values at some points; see <see cref="SplineGrid.Gather"/>.</summary>
    public void Gather(int first, int end, float* gathered) => potential.Gather(far.Axes, points.Length, first, end, gathered);

    /// <summary>phi from a gathered value.</summary>
    public double Value(float* gathered, int i, double total) =>
        (potential.ValueSize * gathered[(default(TDimensions).Count * points.Length) + i]) + (potential.Mean * total);
}
