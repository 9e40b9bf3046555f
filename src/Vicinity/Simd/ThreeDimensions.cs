namespace Vicinity;

/// <inheritdoc cref="IDimensions" />
internal readonly struct ThreeDimensions : IDimensions
{
    public int Count => 3;
}
