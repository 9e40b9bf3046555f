namespace Vicinity;

/// <summary>A number that a method, a cost or a kernel takes.</summary>
/// <param name="Name">As the command line calls it, such as lambda.</param>
/// <param name="Default">Its value if nobody sets it.</param>
public sealed record MethodParameter(string Name, double Default)
{
    /// <inheritdoc />
    public override string ToString() => $"{Name} {Default}";
}
