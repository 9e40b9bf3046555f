namespace Vicinity;

/// <summary>What the search for a point's precision came to.</summary>
internal enum Bandwidth
{
    /// <summary>The entropy is ln U.</summary>
    Found,

    /// <summary>All neighbours are equally near, or more of the nearest than U: they share the weight; the limit of the search.</summary>
    Tied,

    /// <summary>The search gave up: the floor(U) nearest share the weight.</summary>
    Missed,
}
