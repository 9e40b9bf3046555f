namespace Vicinity;

/// <summary>The cost as a function of map and kernel parameters together: the parameters stand in one further dimension.</summary>
internal sealed class JointEngine(IGradientEngine engine, PositiveParameters parameters, int count, int mapDimensions) : IGradientEngine
{
    private readonly Coordinates map = new(count, mapDimensions);
    private readonly Coordinates mapGradient = new(count, mapDimensions);

    public double NullLoss => engine.NullLoss;

    public void Gradient(Coordinates positions, double exaggeration, Coordinates gradient)
    {
        TakeApart(positions);
        engine.Gradient(map, exaggeration, mapGradient);
        mapGradient.All.CopyTo(gradient.All);
        parameters.Slope(map, exaggeration, positions.Axis(mapDimensions), gradient.Axis(mapDimensions));
    }

    public double Loss(Coordinates positions) => Cost(positions, 1);

    public double Cost(Coordinates positions, double exaggeration)
    {
        TakeApart(positions);
        return engine.Cost(map, exaggeration);
    }

    private void TakeApart(Coordinates positions)
    {
        positions.All[..map.All.Length].CopyTo(map.All);
        parameters.Apply(positions.Axis(mapDimensions));
    }

    public void SetParameters(KernelParameters parameters) => engine.SetParameters(parameters);

    public void ParameterSlope(Coordinates positions, double exaggeration, Span<double> slopes) => engine.ParameterSlope(positions, exaggeration, slopes);
}
