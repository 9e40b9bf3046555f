namespace Vicinity.Tests;

/// <summary>A cost given as a function of all coordinates, with its slope by hand; n points in one dimension.</summary>
internal sealed class FunctionEngine(Func<double[], double> cost, Func<double[], double[]> slope) : IGradientEngine
{
    public double NullLoss => 1;

    public int Evaluations { get; private set; }

    public void Gradient(Coordinates positions, double exaggeration, Coordinates gradient)
    {
        double[] values = slope(Read(positions));
        for (int i = 0; i < values.Length; i++)
        {
            gradient.Axis(0)[i] = (float)values[i];
        }
    }

    public double Loss(Coordinates positions) => Cost(positions, 1);

    public double Cost(Coordinates positions, double exaggeration)
    {
        Evaluations++;
        return cost(Read(positions));
    }

    public void SetParameters(KernelParameters parameters)
    {
    }

    public void ParameterSlope(Coordinates positions, double exaggeration, Span<double> slopes) => slopes.Clear();

    private static double[] Read(Coordinates positions) => [.. positions.Axis(0)[..positions.Count].ToArray().Select(value => (double)value)];
}
