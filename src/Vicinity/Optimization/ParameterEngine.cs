namespace Vicinity;

/// <summary>The cost as a function of the kernel parameters, the map held still: what the second optimiser of an alternating descent sees.</summary>
internal sealed class ParameterEngine(IGradientEngine engine, PositiveParameters parameters, Coordinates map) : IGradientEngine
{
    public double NullLoss => engine.NullLoss;

    public void Gradient(Coordinates positions, double exaggeration, Coordinates gradient)
    {
        parameters.Apply(positions.Axis(0));
        parameters.Slope(map, exaggeration, positions.Axis(0), gradient.Axis(0));
    }

    public double Loss(Coordinates positions) => Cost(positions, 1);

    public double Cost(Coordinates positions, double exaggeration)
    {
        parameters.Apply(positions.Axis(0));
        return engine.Cost(map, exaggeration);
    }

    public void SetParameters(KernelParameters parameters) => engine.SetParameters(parameters);

    public void ParameterSlope(Coordinates positions, double exaggeration, Span<double> slopes) => engine.ParameterSlope(positions, exaggeration, slopes);
}
