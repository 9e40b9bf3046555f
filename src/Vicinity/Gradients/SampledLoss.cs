namespace Vicinity;

/// <summary>The cost of a map that is not moved, told from the pairs among a sample of its points: linear time, where all pairs would need a table of them.</summary>
/// <param name="sample">Evaluates the cost of the sampled points.</param>
/// <param name="points">Which they are.</param>
/// <param name="factor">What their cost is multiplied by.</param>
internal sealed class SampledLoss(IGradientEngine sample, IReadOnlyList<int> points, double factor) : IGradientEngine
{
    /// <summary>Of more points so many are sampled: 8 million pairs.</summary>
    public const int MostPoints = 4000;

    public double NullLoss => factor * sample.NullLoss;

    public double Loss(Coordinates positions) => factor * sample.Loss(Sampled(positions));

    public double Cost(Coordinates positions, double exaggeration) => factor * sample.Cost(Sampled(positions), exaggeration);

    public void Gradient(Coordinates positions, double exaggeration, Coordinates gradient) => throw NotMoved();

    public void SetParameters(KernelParameters parameters) => throw NotMoved();

    public void ParameterSlope(Coordinates positions, double exaggeration, Span<double> slopes) => throw NotMoved();

    private static InvalidOperationException NotMoved() =>
        new("The run was prepared without iterations, so the distances of its pairs were not computed. Prepare it with a schedule.");

    private Coordinates Sampled(Coordinates positions)
    {
        Coordinates some = new(points.Count, positions.Dimensions);
        for (int d = 0; d < positions.Dimensions; d++)
        {
            for (int i = 0; i < points.Count; i++)
            {
                some.Axis(d)[i] = positions.Axis(d)[points[i]];
            }
        }

        return some;
    }
}
