namespace Vicinity;

/// <summary>Moves positions downhill, one iteration at a time; what it remembers between two steps is its own.</summary>
internal interface IOptimizer
{
    /// <summary>One iteration on J = C + (a - 1) A with the settings of a phase.</summary>
    StepOutcome Step(IGradientEngine engine, Coordinates positions, Phase phase);

    /// <summary>
    /// Says that the objective is no longer what it was at the last step: numbers kept of it are stale. With
    /// <paramref name="entirely"/> its shape is another one, too, and what was learned of it is forgotten.
    /// </summary>
    void ObjectiveChanged(bool entirely);

    /// <summary>Leaves or takes back what the next step depends on.</summary>
    void Exchange(StateStore store);
}
