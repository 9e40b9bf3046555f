using System.Collections;
using System.Runtime.CompilerServices;

namespace Vicinity;

/// <summary>The phases of an optimisation, one after the other; written as a list, such as <c>[new(125) { Exaggeration = 12 }, new(500)]</c>.</summary>
[CollectionBuilder(typeof(Schedule), nameof(Create))]
public sealed class Schedule : IReadOnlyList<Phase>
{
    private readonly Phase[] phases;

    private Schedule(Phase[] phases, ScheduleSettings? settings = null)
    {
        this.phases = phases;
        Settings = settings;
    }

    /// <summary>The phases that suit the objective and the number of points best; empty until a fit resolves it.</summary>
    public static Schedule Auto { get; } = new([], new());

    /// <summary>True if the objective and the number of points decide.</summary>
    public bool IsAuto => Settings is not null;

    /// <summary>What is settled of automatic phases; null if the phases are given.</summary>
    public ScheduleSettings? Settings { get; }

    /// <inheritdoc />
    public int Count => phases.Length;

    /// <inheritdoc />
    public Phase this[int index] => phases[index];

    /// <summary>A schedule of given phases; none at all keeps the start.</summary>
    /// <param name="phases">In the order in which they run; copied.</param>
    public static Schedule Create(ReadOnlySpan<Phase> phases) => new(phases.ToArray());

    /// <summary><see cref="Auto"/> with some of its numbers settled.</summary>
    /// <param name="settings">What is settled; a rate and a momentum hold in all phases.</param>
    public static Schedule AutoWith(ScheduleSettings settings) => new([], settings ?? throw new ArgumentNullException(nameof(settings)));

    /// <summary>
    /// The automatic phases. For t-SNE they are those of docs/decisions/0021-schedule.md; for others an exaggerated one, if there is an attraction
    /// to exaggerate, and a plain one that stops when the loss stands still.
    /// </summary>
    /// <param name="objective">Whose <see cref="Objective.Defaults"/> are read; distance-based ones are never exaggerated.</param>
    /// <param name="count">Number of points.</param>
    /// <param name="settings">What is settled; null for nothing.</param>
    /// <exception cref="ArgumentException">The settings leave no iteration without exaggeration, or exaggerate distances.</exception>
    public static Schedule For(Objective objective, int count, ScheduleSettings? settings = null) =>
        For(objective ?? throw new ArgumentNullException(nameof(objective)), count, settings ?? new(), Optimizer.DeltaBarDelta, truncates: true);

    /// <inheritdoc />
    public IEnumerator<Phase> GetEnumerator() => phases.AsEnumerable().GetEnumerator();

    /// <inheritdoc />
    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>All phases and rates as numbers.</summary>
    /// <param name="objective">What is descended.</param>
    /// <param name="count">Points.</param>
    /// <param name="optimizer">How, resolved: the phases of t-SNE are made for delta-bar-delta.</param>
    /// <param name="truncates">False if all pairs are to attract at all times.</param>
    /// <exception cref="ArgumentException">A setting is out of its range, or cannot work with the objective.</exception>
    internal Schedule Resolve(Objective objective, int count, Optimizer optimizer = Optimizer.DeltaBarDelta, bool truncates = true) =>
        [.. (Settings is null ? this : For(objective, count, Settings, optimizer, truncates)).Select(phase => phase.Resolve(objective, count))];

    private static Schedule For(Objective objective, int count, ScheduleSettings settings, Optimizer optimizer, bool truncates)
    {
        AutomaticSchedule automatic = new(objective, count, settings, optimizer);
        Phase[] phases = optimizer == Optimizer.DeltaBarDelta && TSneKind.Includes(objective)
            ? automatic.Growing(GrowthPlan.For(count), truncates)
            : automatic.Plain();
        return new(automatic.Sized(settings.Converges ? [.. phases, .. automatic.ToTheEnd(optimizer)] : phases));
    }
}
