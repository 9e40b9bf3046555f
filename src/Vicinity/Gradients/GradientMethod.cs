namespace Vicinity;

/// <summary>How the sums over all pairs of points are computed: exactly, or faster within a stated error.</summary>
public abstract record GradientMethod
{
    private protected GradientMethod()
    {
    }

    /// <summary>Exact for small maps and for objectives that need it, else the particle mesh; by points, dimensions and objective alone.</summary>
    public static GradientMethod Auto { get; } = new AutomaticGradient();

    /// <summary><see cref="Auto"/> with another accuracy where it takes the particle mesh.</summary>
    /// <param name="accuracy">RMS error of the repulsive forces over their RMS size, 0.001 to 0.2.</param>
    /// <exception cref="ArgumentOutOfRangeException">The accuracy is out of its range.</exception>
    public static GradientMethod AutoWithin(double accuracy) => new AutomaticGradient { Mesh = new(accuracy) };

    /// <summary>Every pair, O(n^2) time; any objective.</summary>
    public static GradientMethod Exact { get; } = new ExactSums();

    /// <summary>The method with every automatic choice made.</summary>
    internal abstract GradientMethod Resolve(Objective objective, GradientInputs inputs, int dimensions);

    /// <summary>An engine for one objective and what it is compared with.</summary>
    internal abstract IGradientEngine Create(Objective objective, GradientInputs inputs, int dimensions, int threads);
}
