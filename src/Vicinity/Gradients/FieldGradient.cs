namespace Vicinity;

/// <summary>Gradients of any cost whose far pairs are fields; the pairs of P as in exact ones.</summary>
internal sealed class FieldGradient : IApproximateGradient
{
    private readonly IGradientEngine engine;
    private readonly FieldSums fields;
    private readonly Func<Affinities, FieldGradient> another;

    private FieldGradient(Objective objective, GradientInputs inputs, int dimensions, double accuracy, int threads)
    {
        fields = new(accuracy);
        engine = ExactGradient.Create(objective, inputs, dimensions, threads, fields);
        another = affinities => new(objective, inputs with { Affinities = affinities }, dimensions, accuracy, threads);
    }

    public double NullLoss => engine.NullLoss;

    /// <summary>An engine for one objective and maps of one number of dimensions.</summary>
    public static FieldGradient Create(Objective objective, GradientInputs inputs, int dimensions, double accuracy, int threads) =>
        new(objective, inputs, dimensions, accuracy, threads);

    public void Gradient(Coordinates positions, double exaggeration, Coordinates gradient) => engine.Gradient(positions, exaggeration, gradient);

    public double Loss(Coordinates positions) => engine.Loss(positions);

    public double Cost(Coordinates positions, double exaggeration) => engine.Cost(positions, exaggeration);

    public void SetParameters(KernelParameters parameters) => engine.SetParameters(parameters);

    public void ParameterSlope(Coordinates positions, double exaggeration, Span<double> slopes) => engine.ParameterSlope(positions, exaggeration, slopes);

    public double ForceError(Coordinates positions) => fields.ForceError(positions);

    public IGradientEngine With(Affinities affinities) => another(affinities);

    public void Exchange(StateStore store)
    {
        // The bits of a gradient depend on the positions alone.
    }
}
