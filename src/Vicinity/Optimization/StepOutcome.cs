namespace Vicinity;

/// <summary>What one step of an optimiser came to.</summary>
internal enum StepOutcome
{
    /// <summary>The positions moved.</summary>
    Moved,

    /// <summary>No step in any direction lowers the cost: a minimum, as far as the numbers can tell. The positions are untouched.</summary>
    Stalled,

    /// <summary>The step was not a number; the positions are untouched.</summary>
    OutOfRange,
}
