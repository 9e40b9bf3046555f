namespace Vicinity.Tests;

/// <summary>Gradients of engines, and how far they are apart.</summary>
internal static class Forces
{
    public static IApproximateGradient Engine(GradientMethod method, Objective objective, Affinities affinities, int dimensions, int threads) =>
        (IApproximateGradient)method.Create(objective, new() { Affinities = affinities }, dimensions, threads);

    public static Coordinates Of(IGradientEngine engine, Coordinates positions, double exaggeration = 1)
    {
        Coordinates gradient = new(positions.Count, positions.Dimensions);
        engine.Gradient(positions, exaggeration, gradient);
        return gradient;
    }

    /// <summary>RMS of the difference from exact forces over RMS of the repulsion, which is 2 g(1) - g(2), g(a) the gradient at exaggeration a.</summary>
    public static double RepulsionError(Objective objective, Affinities affinities, Coordinates positions, IGradientEngine engine)
    {
        IGradientEngine exact = ExactGradient.Create(objective, affinities, positions.Dimensions, 2);
        Coordinates expected = Of(exact, positions);
        Coordinates twice = Of(exact, positions, 2);
        double size = 0;
        for (int i = 0; i < expected.All.Length; i++)
        {
            size += Math.Pow((2 * (double)expected.All[i]) - twice.All[i], 2);
        }

        return Distance(Of(engine, positions), expected) / Math.Sqrt(size);
    }

    public static double Distance(Coordinates a, Coordinates b)
    {
        double sum = 0;
        for (int i = 0; i < a.All.Length; i++)
        {
            sum += Math.Pow((double)a.All[i] - b.All[i], 2);
        }

        return Math.Sqrt(sum);
    }

    public static double Size(Coordinates a) => Distance(a, new(a.Count, a.Dimensions));
}
