namespace Vicinity;

/// <inheritdoc cref="IDimensions" />
internal readonly struct TwoDimensions : IDimensions
{
    public int Count => 2;
}
