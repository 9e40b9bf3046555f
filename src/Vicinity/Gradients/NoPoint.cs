namespace Vicinity;

/// <summary>What a point brings where all points are alike.</summary>
internal readonly struct NoPoint;
