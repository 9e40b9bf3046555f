namespace Vicinity;

/// <summary>One line of the legend.</summary>
internal readonly record struct MapClass(string Name, int Count, Rgb Color);
