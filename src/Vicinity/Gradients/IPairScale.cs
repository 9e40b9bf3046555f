namespace Vicinity;

/// <summary>What the weight of a pair is multiplied by in a sum of forces.</summary>
internal interface IPairScale
{
    /// <summary>The weights of the pairs of point <paramref name="i"/> with the sixteen points from <paramref name="j"/> on, scaled.</summary>
    Lanes Apply(Lanes weight, int i, int j);
}
