namespace Vicinity;

/// <summary>Where the name of an optimiser becomes one.</summary>
internal static class OptimizerChoice
{
    /// <summary>The optimiser that <see cref="Optimizer.Auto"/> stands for with an objective.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The optimiser is not one of the enumeration.</exception>
    public static Optimizer Resolve(Optimizer requested, Objective objective) => requested switch
    {
        Optimizer.Auto => objective.Defaults.Optimizer == Optimizer.Auto ? Optimizer.DeltaBarDelta : Resolve(objective.Defaults.Optimizer, objective),
        _ when Enum.IsDefined(requested) => requested,
        _ => throw new ArgumentOutOfRangeException(nameof(requested), requested, $"An optimiser is one of {string.Join(", ", Enum.GetNames<Optimizer>())}, not {requested}."),
    };

    /// <summary>What an optimiser descends: a force that is no gradient has no line to search along, so the cost that is told is taken for it.</summary>
    public static Objective Descended(Objective objective, Optimizer resolved) =>
        !objective.HasExactGradient && resolved is (Optimizer.Lbfgs or Optimizer.SpectralDirection) ? objective.Reported : objective;

    /// <summary>A fresh optimiser for a map.</summary>
    /// <param name="optimizer">Resolved.</param>
    /// <param name="affinities">P as it is now, for the spectral direction; null if the objective compares distances.</param>
    /// <param name="count">Points.</param>
    /// <param name="dimensions">Coordinates of each.</param>
    /// <param name="threads">Cores to use.</param>
    public static IOptimizer Create(Optimizer optimizer, Func<Affinities?> affinities, int count, int dimensions, int threads) =>
        optimizer == Optimizer.SpectralDirection
            ? new LineSearchDescent(new SpectralDirection(() => affinities() is { } p ? new(p, threads) : new(count), dimensions), count, dimensions)
            : CreateFor(optimizer, count, dimensions, threads);

    /// <summary>A fresh optimiser for coordinates of any meaning; the spectral direction, which knows only maps, becomes L-BFGS.</summary>
    public static IOptimizer CreateFor(Optimizer optimizer, int count, int dimensions, int threads) => optimizer switch
    {
        Optimizer.DeltaBarDelta => new DeltaBarDelta(count, dimensions, threads),
        Optimizer.Momentum => new MomentumDescent(count, dimensions),
        Optimizer.Nesterov => new NesterovDescent(count, dimensions),
        _ => new LineSearchDescent(new Lbfgs(), count, dimensions),
    };
}
