namespace Vicinity;

/// <summary>Moves a map, and whatever else is descended with it, one iteration at a time.</summary>
internal interface IDescent
{
    /// <summary>The kernel parameters that were learned so far; empty if none are.</summary>
    IReadOnlyList<double> Parameters { get; }

    /// <summary>One iteration; the map is centred afterwards.</summary>
    /// <param name="phase">Resolved settings.</param>
    /// <param name="iteration">Iterations done before.</param>
    StepOutcome Step(Phase phase, int iteration);

    /// <summary>Says that the cost has become another one.</summary>
    void ObjectiveChanged();

    /// <summary>Leaves or takes back what the next iteration depends on, the positions aside.</summary>
    void Exchange(StateStore store);
}
