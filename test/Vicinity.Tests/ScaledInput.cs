namespace Vicinity.Tests;

/// <summary>Scaling and whitening of a data set in one go.</summary>
internal static class ScaledInput
{
    public static Matrix Build(Matrix data, InputScaling scaling, int threads) => InputSteps.Fit(data, scaling, threads).Apply(data, threads);
}
