using System.Collections;
using System.Runtime.CompilerServices;

namespace Vicinity;

/// <summary>The phases of an optimisation, one after the other; written as a list, such as <c>[new(125) { Exaggeration = 12 }, new(500)]</c>.</summary>
[CollectionBuilder(typeof(Schedule), nameof(Create))]
public sealed class Schedule : IReadOnlyList<Phase>
{
    /// <summary>Change of the loss per iteration at which the last automatic phase stops.</summary>
    private const double UsualTolerance = 1e-7;

    private readonly Phase[] phases;

    private Schedule(Phase[] phases) => this.phases = phases;

    /// <summary>The phases that the objective is best descended with, from its <see cref="DescentDefaults"/>; empty until a fit resolves it.</summary>
    public static Schedule Auto { get; } = new([]);

    /// <summary>True if the objective decides.</summary>
    public bool IsAuto => ReferenceEquals(this, Auto);

    /// <inheritdoc />
    public int Count => phases.Length;

    /// <inheritdoc />
    public Phase this[int index] => phases[index];

    /// <summary>A schedule of given phases; none at all keeps the start.</summary>
    /// <param name="phases">In the order in which they run; copied.</param>
    public static Schedule Create(ReadOnlySpan<Phase> phases) => new(phases.ToArray());

    /// <summary>The phases of an objective's defaults: an exaggerated one, if there is an attraction to exaggerate, and a plain one that stops when the loss stands still.</summary>
    /// <param name="objective">Whose <see cref="Objective.Defaults"/> are read; distance-based ones are never exaggerated.</param>
    public static Schedule For(Objective objective)
    {
        ArgumentNullException.ThrowIfNull(objective);
        DescentDefaults defaults = objective.Defaults;
        bool isExaggerated = defaults.Exaggeration > 1 && objective.Input == ObjectiveInput.Affinities;
        int early = isExaggerated ? Math.Min(defaults.ExaggeratedIterations, defaults.Iterations) : 0;
        Phase plain = new(defaults.Iterations - early) { Momentum = defaults.Momentum, Tolerance = UsualTolerance };
        return early > 0 ? [plain with { Iterations = early, Exaggeration = defaults.Exaggeration, Tolerance = 0 }, plain] : [plain];
    }

    /// <inheritdoc />
    public IEnumerator<Phase> GetEnumerator() => phases.AsEnumerable().GetEnumerator();

    /// <inheritdoc />
    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>All rates as numbers.</summary>
    /// <exception cref="ArgumentException">A setting is out of its range, or cannot work with the objective.</exception>
    internal Schedule Resolve(Objective objective, int count) =>
        [.. (IsAuto ? For(objective) : this).Select(phase => phase.Resolve(objective, count))];
}
