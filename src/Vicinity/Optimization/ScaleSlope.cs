namespace Vicinity;

/// <summary>An engine that also tells how the cost changes with the size of the map, dJ / d ln s = sum y . g, which comes with every gradient.</summary>
internal sealed class ScaleSlope(IGradientEngine engine, int threads) : IGradientEngine
{
    private const int BlockSize = 4096;

    /// <summary>Longest change of ln s in one step.</summary>
    private const double LongestStep = 0.02;

    /// <summary>A descent of ln s at rate 1: the factor on the map that follows from the last gradient.</summary>
    public double Growth { get; private set; } = 1;

    /// <summary>True if <see cref="Growth"/> is wanted.</summary>
    public bool IsWanted { get; set; }

    public double NullLoss => engine.NullLoss;

    public void Gradient(Coordinates positions, double exaggeration, Coordinates gradient)
    {
        engine.Gradient(positions, exaggeration, gradient);
        if (IsWanted)
        {
            double slope = Sum(positions, gradient);
            Growth = double.IsFinite(slope) ? Math.Exp(Math.Clamp(-slope, -LongestStep, LongestStep)) : 1;
        }
    }

    public double Loss(Coordinates positions) => engine.Loss(positions);

    public double Cost(Coordinates positions, double exaggeration) => engine.Cost(positions, exaggeration);

    public void SetParameters(KernelParameters parameters) => engine.SetParameters(parameters);

    public void ParameterSlope(Coordinates positions, double exaggeration, Span<double> slopes) => engine.ParameterSlope(positions, exaggeration, slopes);

    private double Sum(Coordinates positions, Coordinates gradient)
    {
        double[] sums = new double[Blocks.Count(positions.Stride, BlockSize)];
        Blocks.Run(positions.Stride, BlockSize, threads, (block, first, end) =>
        {
            for (int d = 0; d < positions.Dimensions; d++)
            {
                for (int i = first; i < end; i += Lanes.Count)
                {
                    sums[block] += (Lanes.Load(positions.Axis(d)[i..]) * Lanes.Load(gradient.Axis(d)[i..])).Sum();
                }
            }
        });
        return sums.Sum();
    }
}
