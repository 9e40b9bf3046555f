namespace Vicinity;

/// <summary>The number of map dimensions as a type, so that the code of a kernel is compiled for each apart.</summary>
internal interface IDimensions
{
    int Count { get; }
}
