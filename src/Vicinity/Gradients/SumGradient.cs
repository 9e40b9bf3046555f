namespace Vicinity;

/// <summary>The sum of several engines with their factors; exaggeration acts on the first alone.</summary>
internal sealed class SumGradient((double Factor, IGradientEngine Engine)[] parts) : IGradientEngine
{
    public double NullLoss => parts.Sum(part => part.Factor * part.Engine.NullLoss);

    public void Gradient(Coordinates positions, double exaggeration, Coordinates gradient)
    {
        Coordinates sum = new(positions.Count, positions.Dimensions);
        for (int k = 0; k < parts.Length; k++)
        {
            parts[k].Engine.Gradient(positions, k == 0 ? exaggeration : 1, gradient);
            for (int i = 0; i < sum.All.Length; i++)
            {
                sum.All[i] += (float)(parts[k].Factor * gradient.All[i]);
            }
        }

        sum.All.CopyTo(gradient.All);
    }

    public double Loss(Coordinates positions) => parts.Sum(part => part.Factor * part.Engine.Loss(positions));

    public double Cost(Coordinates positions, double exaggeration) =>
        parts.Select((part, k) => part.Factor * part.Engine.Cost(positions, k == 0 ? exaggeration : 1)).Sum();

    public void SetParameters(KernelParameters parameters)
    {
        foreach ((_, IGradientEngine engine) in parts)
        {
            engine.SetParameters(parameters);
        }
    }

    public void ParameterSlope(Coordinates positions, double exaggeration, Span<double> slopes)
    {
        double[] part = new double[slopes.Length];
        slopes.Clear();
        for (int k = 0; k < parts.Length; k++)
        {
            parts[k].Engine.ParameterSlope(positions, k == 0 ? exaggeration : 1, part);
            for (int i = 0; i < slopes.Length; i++)
            {
                slopes[i] += parts[k].Factor * part[i];
            }
        }
    }
}
