namespace Vicinity;

/// <summary>Which dense part a cost needs: runtime choices become types here.</summary>
internal static class DenseParts<TDivergence, TWeights, TPoint, TDimensions>
    where TDivergence : struct, IDivergence
    where TWeights : struct, IPairWeights<TPoint>
    where TPoint : struct
    where TDimensions : struct, IDimensions
{
    /// <summary>True for kernels that hardly underflow, and whose logarithm costs more than a power of w; others have it anyway.</summary>
    private static bool HasCostlyLogarithm => typeof(TWeights) == typeof(PlainWeights<StudentT>) || typeof(TWeights) == typeof(PlainWeights<UmapKernel>);

    /// <summary>The law of the pairs that a sparse P does not name; null if the divergence has to be asked.</summary>
    public static FarLaw? Law(TDivergence divergence, IPairValues values) =>
        values is DenseValues ? null : divergence.IsSeparable ? new FarLaw(0) : (divergence as IFarLaw)?.FarLaw;

    public static IDensePart Choose(
        TDivergence divergence, FarLaw? law, TWeights weights, IPairValues values, Normalizers normalizers, PairState state, int threads)
    {
        Triangle triangle = new(values.Count, threads, 2 * default(TDimensions).Count, RowWeights<TWeights, TPoint, TDimensions>.Stretches);
        bool isEven = !normalizers.IsByRow && values.IsSymmetric;
        return values is DenseValues matrix
            ? new DirectPart<TDivergence, TWeights, TPoint, TableRows, TDimensions>(
                divergence, weights, matrix.Rows, isEven, normalizers, state, triangle)
            : law is null
                ? Absent(divergence, weights, normalizers, state, triangle)
                : ByLaw(law.Value, weights, normalizers, triangle);
    }

    private static IDensePart Absent(TDivergence divergence, TWeights weights, Normalizers normalizers, PairState state, Triangle triangle) =>
        divergence is IFarOdds && !normalizers.IsNone
            ? new DirectPart<FarOdds<TDivergence>, TWeights, TPoint, AbsentRows, TDimensions>(
                new(divergence), weights, default, !normalizers.IsByRow, normalizers, state, triangle)
            : new DirectPart<TDivergence, TWeights, TPoint, AbsentRows, TDimensions>(
                divergence, weights, default, !normalizers.IsByRow, normalizers, state, triangle);

    private static IDensePart ByLaw(FarLaw law, TWeights weights, Normalizers normalizers, Triangle triangle) => law switch
    {
        { Curved: 0 } => new LawPart<TWeights, TPoint, NoMoment, TDimensions>(law with { Power = 1 }, weights, default, normalizers, triangle),
        { Power: 1 } => new LawPart<TWeights, TPoint, EntropyMoment, TDimensions>(law, weights, default, normalizers, triangle),
        { Power: 2 } => new LawPart<TWeights, TPoint, SquareMoment, TDimensions>(law, weights, default, normalizers, triangle),
        { Power: >= PowerMoment.Least } when HasCostlyLogarithm => new LawPart<TWeights, TPoint, PowerMoment, TDimensions>(law, weights, new(law.Power), normalizers, triangle),
        _ => new LawPart<TWeights, TPoint, LogPowerMoment, TDimensions>(law, weights, new((float)law.Power), normalizers, triangle),
    };
}
