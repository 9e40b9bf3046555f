namespace Vicinity;

/// <summary>The direction -G, where nothing better is known.</summary>
internal static class SteepestDescent
{
    /// <summary>Writes -G; returns 1 / (1 + |G|^2), the step to try first.</summary>
    public static double Find(ReadOnlySpan<double> gradient, Span<double> direction)
    {
        gradient.CopyTo(direction);
        LongVectors.Scale(direction, -1);
        return 1 / (1 + LongVectors.Dot(gradient, gradient));
    }
}
