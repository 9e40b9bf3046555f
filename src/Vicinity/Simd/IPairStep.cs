using System.Runtime.Intrinsics;

namespace Vicinity;

/// <summary>What one more coordinate does to the distances of sixteen pairs; a sum or a maximum that only grows.</summary>
internal interface IPairStep
{
    /// <summary>The new sums.</summary>
    Vector512<float> Add(Vector512<float> sums, Vector512<float> x, Vector512<float> y);
}
