namespace Vicinity;

/// <summary>How kernel parameters are learned beside the map.</summary>
public enum ParameterDescent
{
    /// <summary>A second optimiser of the same kind moves them after each step of the map.</summary>
    Alternating,

    /// <summary>Map and parameters are one vector under one optimiser.</summary>
    Joint,
}
