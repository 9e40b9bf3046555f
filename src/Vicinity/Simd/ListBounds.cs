namespace Vicinity;

/// <summary>What is known of a list of points, seen from another list.</summary>
/// <param name="Separation">Distance of the two centers.</param>
/// <param name="Error">What rounding may have changed in a value of either list.</param>
/// <param name="Radius">Distance from the center to the farthest point of the list.</param>
/// <param name="Slack">What rounding may add to a squared distance to a point of the list.</param>
internal readonly record struct ListBounds(float Separation, float Error, float Radius, float Slack);
