namespace Vicinity.Tests;

/// <summary>A slope that is the same everywhere, given by hand.</summary>
internal sealed class FixedGradient(Coordinates slope) : IGradientEngine
{
    public double NullLoss => 1;

    public void Gradient(Coordinates positions, double exaggeration, Coordinates gradient) => slope.All.CopyTo(gradient.All);

    public void SetParameters(KernelParameters parameters)
    {
    }

    public void ParameterSlope(Coordinates positions, double exaggeration, Span<double> slopes) => slopes.Clear();

    public double Loss(Coordinates positions) => Cost(positions, 1);

    public double Cost(Coordinates positions, double exaggeration)
    {
        double sum = 0;
        for (int k = 0; k < slope.All.Length; k++)
        {
            sum += (double)slope.All[k] * positions.All[k];
        }

        return sum;
    }
}
