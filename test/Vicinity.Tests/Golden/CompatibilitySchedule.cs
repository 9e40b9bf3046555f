namespace Vicinity.Tests;

/// <summary>The schedule of the golden numbers: momentum 0.5 through iteration 250, then 0.8, no step cut, a test every 100 iterations.</summary>
internal static class CompatibilitySchedule
{
    private const int TestEvery = 100;
    private const double Tolerance = 1e-7;

    /// <summary>Runs to the end and returns the cost at iteration 0, 100, 200 ...</summary>
    public static IReadOnlyList<double> Run(EmbeddingRun run, double rate, int iterations = 1000)
    {
        List<double> costs = [run.Loss];
        while (run.Iteration < iterations && !IsOver(costs))
        {
            int step = Math.Min(50, iterations - run.Iteration);
            run.Advance(new(step)
            {
                LearningRate = rate,
                Momentum = run.Iteration < 250 ? 0.5 : 0.8,
                MaximalStep = double.PositiveInfinity,
            });
            if (run.Iteration % TestEvery == 0)
            {
                costs.Add(run.Loss);
            }
        }

        return costs;
    }

    private static bool IsOver(List<double> costs)
    {
        if (costs.Count < 2)
        {
            return false;
        }

        (double before, double now) = (costs[^2], costs[^1]);
        double change = Math.Abs(now - before) / Math.Min(Math.Abs(now), Math.Abs(before)) / TestEvery;
        return now < 0 || (change < Tolerance && now <= before);
    }
}
