namespace Vicinity;

/// <summary>
/// Lengths and settings of the phases in which a map of the t-SNE kind grows: exaggerated, perhaps less and less, settling at low momentum, growing
/// at high momentum, cooling down at 0.8. Committed constants, from the measurements in docs/decisions/0021-schedule.md.
/// </summary>
/// <param name="Exaggerated">Iterations with exaggeration.</param>
/// <param name="Settling">Iterations at low momentum: islands part without being thrown.</param>
/// <param name="Growing">Iterations at high momentum: what is left to do is mostly growth.</param>
/// <param name="Cooling">Iterations at usual momentum, in which neighbours find each other again.</param>
internal sealed record GrowthPlan(int Exaggerated, int Settling, int Growing, int Cooling)
{
    /// <summary>Factor on the attraction at first.</summary>
    public const double Exaggeration = 12;

    /// <summary>Maps of fewer points take more, but smaller steps: they cost little, and large ones scatter a few hundred points.</summary>
    private const int MediumMap = 5000;

    /// <summary>Below, all of P in the exaggerated part costs little, and takes the last folds out of a sheet.</summary>
    private const int LargeMap = 50_000;

    private static readonly GrowthPlan Small = new(250, 100, 300, 50) { Falling = 50, Momentum = 0.9 };
    private static readonly GrowthPlan Medium = new(100, 25, 150, 50) { Falling = 25, SettlingMomentum = 0.65, Momentum = 0.95, Rate = 2, Neighbors = 30, GrowingOnFew = 75, ExaggeratesAll = true };
    private static readonly GrowthPlan Large = new(75, 50, 100, 50) { Momentum = 0.95, Rate = 2, Neighbors = 15, GrowingOnFew = 75 };

    /// <summary>Iterations at each factor between exaggeration and none; 0 drops it at once. A map that is let go slowly has fewer folds and torn islands.</summary>
    public int Falling { get; init; }

    /// <summary>Low, right after exaggeration.</summary>
    public double SettlingMomentum { get; init; } = 0.5;

    /// <summary>While the map grows.</summary>
    public required double Momentum { get; init; }

    /// <summary>While the map grows and cools down, as a multiple of the automatic rate.</summary>
    public double Rate { get; init; } = 1;

    /// <summary>The nearest that attract until the map has most of its size; 0 for all.</summary>
    public int Neighbors { get; init; }

    /// <summary>True if all attract as long as there is exaggeration.</summary>
    public bool ExaggeratesAll { get; init; }

    /// <summary>How many of the growing iterations only those attract.</summary>
    public int GrowingOnFew { get; init; }

    /// <summary>The plan for so many points.</summary>
    public static GrowthPlan For(int count) => count < MediumMap ? Small : count < LargeMap ? Medium : Large;
}
