namespace Vicinity;

/// <summary>After each step of the map a second optimiser of the same kind moves the kernel parameters, from iteration 50 on.</summary>
internal sealed class AlternatingDescent(
    IGradientEngine engine, PositiveParameters parameters, IOptimizer mapOptimizer, IOptimizer parameterOptimizer, Coordinates positions) : IDescent
{
    /// <summary>Iterations of the map alone.</summary>
    public const int FirstIteration = 50;

    /// <summary>The longest change of a root in one iteration: roots are of size one, where a map may be of size hundred.</summary>
    private const double LongestStep = 0.5;

    private readonly PlainDescent mapDescent = new(engine, mapOptimizer, positions);
    private readonly ParameterEngine parameterEngine = new(engine, parameters, positions);

    public IReadOnlyList<double> Parameters => parameters.Values;

    /// <summary>A map alone that has come to rest is not the end: its parameters are still to come.</summary>
    public StepOutcome Step(Phase phase, int iteration)
    {
        if (iteration == FirstIteration)
        {
            mapOptimizer.ObjectiveChanged(entirely: true);
        }

        StepOutcome outcome = mapDescent.Step(phase, iteration);
        return outcome == StepOutcome.OutOfRange ? outcome : iteration < FirstIteration ? StepOutcome.Moved : Learn(phase, outcome);
    }

    public void ObjectiveChanged()
    {
        mapDescent.ObjectiveChanged();
        parameterOptimizer.ObjectiveChanged(entirely: true);
    }

    public void Exchange(StateStore store)
    {
        mapDescent.Exchange(store);
        parameterOptimizer.Exchange(store.Inside("parameters"));
        parameters.Exchange(store);
    }

    /// <summary>One step of the parameters, for which the map has just moved.</summary>
    private StepOutcome Learn(Phase phase, StepOutcome ofTheMap)
    {
        parameterOptimizer.ObjectiveChanged(entirely: false);
        Phase cut = phase with { MaximalStep = Math.Min(LongestStep, phase.MaximalStep) };
        StepOutcome outcome = parameterOptimizer.Step(parameterEngine, parameters.Roots, cut);
        parameters.Apply(parameters.Roots.Axis(0));
        mapOptimizer.ObjectiveChanged(entirely: false);
        return outcome == StepOutcome.Stalled ? ofTheMap : outcome;
    }
}
