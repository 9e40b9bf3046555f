namespace Vicinity;

/// <summary>Kernel parameters that stay positive: theta = xi^2 + 1e-3, at most 1e8; one per point, or one for all.</summary>
/// <remarks>
/// What an optimiser moves is z = xi sqrt(m), m the number of points that share a parameter: so the step of a shared one is that of the mean
/// slope, and one learning rate suits both. dJ/dz = 2 xi dJ/dtheta / sqrt(m).
/// </remarks>
internal sealed class PositiveParameters
{
    private const double Floor = 1e-3;
    private const double Ceiling = 1e8;
    private const double LeastSquare = 1e-6;

    private readonly IGradientEngine engine;
    private readonly KernelParameters others;
    private readonly LearnedParameter learned;
    private readonly double[] theta;
    private readonly double[] slopes;
    private readonly double unit;
    private bool isApplied;

    /// <param name="engine">Takes the parameters and knows the slopes.</param>
    /// <param name="start">All parameters at the beginning; those that are not learned stay.</param>
    /// <param name="learned">Which of them is learned.</param>
    /// <param name="count">Points.</param>
    /// <param name="isShared">One for all points.</param>
    public PositiveParameters(IGradientEngine engine, KernelParameters start, LearnedParameter learned, int count, bool isShared)
    {
        this.engine = engine;
        this.learned = learned;
        others = start;
        theta = (learned == LearnedParameter.Beta ? start.Precision : start.Theta) is { } given ? [.. given] : [.. Enumerable.Repeat(1.0, count)];
        slopes = new double[count];
        unit = isShared ? Math.Sqrt(count) : 1;
        Roots = new(isShared ? Math.Min(1, count) : count, 1);
        for (int i = 0; i < Roots.Count; i++)
        {
            Roots.Axis(0)[i] = (float)(unit * Math.Sqrt(Math.Max(LeastSquare, theta[i] - Floor)));
        }
    }

    /// <summary>z, one coordinate per parameter.</summary>
    public Coordinates Roots { get; }

    /// <summary>theta as it stands: one for all, or one per point.</summary>
    public IReadOnlyList<double> Values => theta[..Roots.Count];

    /// <summary>Gives the engine the parameters that belong to z.</summary>
    public void Apply(ReadOnlySpan<float> roots)
    {
        for (int i = 0; i < theta.Length; i++)
        {
            double xi = roots[Roots.Count == 1 ? 0 : i] / unit;
            theta[i] = Math.Min(Ceiling, (xi * xi) + Floor);
        }

        Give();
    }

    /// <summary>Leaves or takes back the parameters; the engine, which has come back before, gets them again if it had them.</summary>
    public void Exchange(StateStore store)
    {
        store.Exchange("roots", Roots.All);
        store.Exchange("theta", theta.AsSpan());
        isApplied = store.Flag("applied", isApplied);
        if (store.IsReading && isApplied)
        {
            Give();
        }
    }

    private void Give()
    {
        isApplied = true;
        double[] values = [.. theta];
        engine.SetParameters(learned == LearnedParameter.Beta ? others with { Precision = values } : others with { Theta = values });
    }

    /// <summary>Writes dJ/dz at a map; z must have been applied.</summary>
    public void Slope(Coordinates map, double exaggeration, ReadOnlySpan<float> roots, Span<float> slope)
    {
        engine.ParameterSlope(map, exaggeration, slopes);
        double total = LongVectors.Sum(slopes);
        for (int i = 0; i < Roots.Count; i++)
        {
            double byTheta = Roots.Count == 1 ? total : slopes[i];
            slope[i] = (float)(2 * roots[i] / (unit * unit) * byTheta);
        }
    }
}
