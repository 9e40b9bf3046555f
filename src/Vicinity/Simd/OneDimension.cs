namespace Vicinity;

/// <inheritdoc cref="IDimensions" />
internal readonly struct OneDimension : IDimensions
{
    public int Count => 1;
}
