namespace Vicinity;

/// <summary>G with dG/df = -F and G = 0 at an edge, from a table over distances: Simpson's rule between its places, cubic Hermite polynomials to read it.</summary>
internal sealed class RadialPotential
{
    private const int PlacesPerEdge = 32;

    private readonly double edge;
    private readonly double step;
    private readonly double[] values;
    private readonly double[] slopes;                   // dG/dr times the step

    /// <param name="push">F of a squared distance.</param>
    /// <param name="edge">The distance where G is 0.</param>
    /// <param name="reach">The largest distance that will be asked.</param>
    public RadialPotential(Func<double, double> push, double edge, double reach)
    {
        this.edge = edge;
        step = edge / PlacesPerEdge;
        int places = (int)Math.Ceiling((reach - edge) / step) + 2;
        values = new double[places];
        slopes = new double[places];
        slopes[0] = Slope(edge);
        for (int k = 1; k < places; k++)
        {
            double r = edge + (k * step);
            slopes[k] = Slope(r);
            values[k] = values[k - 1] + ((slopes[k - 1] + (4 * Slope(r - (step / 2))) + slopes[k]) / 6);
        }

        double Slope(double r) => -2 * r * push(r * r) * step;
    }

    /// <summary>G of a squared distance from the edge to the reach.</summary>
    public double At(double f)
    {
        double place = Math.Max(0, (Math.Sqrt(f) - edge) / step);
        int k = Math.Min((int)place, values.Length - 2);
        double t = place - k;
        double rise = values[k + 1] - values[k];
        double first = slopes[k] - rise;
        double second = rise - slopes[k + 1];
        return values[k] + (t * (rise + ((1 - t) * (((1 - t) * first) + (t * second)))));
    }
}
