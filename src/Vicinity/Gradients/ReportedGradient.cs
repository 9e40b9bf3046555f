namespace Vicinity;

/// <summary>An engine that descends one cost and tells another.</summary>
internal sealed class ReportedGradient(IGradientEngine descended, IGradientEngine reported) : IGradientEngine
{
    public double NullLoss => reported.NullLoss;

    public void Gradient(Coordinates positions, double exaggeration, Coordinates gradient) => descended.Gradient(positions, exaggeration, gradient);

    public double Loss(Coordinates positions) => reported.Loss(positions);

    public double Cost(Coordinates positions, double exaggeration) => descended.Cost(positions, exaggeration);

    public void SetParameters(KernelParameters parameters)
    {
        descended.SetParameters(parameters);
        reported.SetParameters(parameters);
    }

    public void ParameterSlope(Coordinates positions, double exaggeration, Span<double> slopes) =>
        descended.ParameterSlope(positions, exaggeration, slopes);
}
