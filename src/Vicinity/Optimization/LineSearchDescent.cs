namespace Vicinity;

/// <summary>One line search per iteration, along the directions of a <see cref="ISearchDirection"/>; the rate and momentum of a phase are not read.</summary>
/// <remarks>
/// A search that finds no lower cost is repeated once from scratch, with what was learned forgotten and the point looked at again; then the point counts as a minimum.
/// Whenever the objective changes (exaggeration, parameters begin), the direction starts from scratch.
/// </remarks>
internal sealed class LineSearchDescent : IOptimizer
{
    /// <summary>A guessed first step (below 1) shorter than this share of the map would be lost in the rounding of float positions.</summary>
    private const double Visible = 1e-5;

    private readonly ISearchDirection search;
    private readonly Coordinates trial;
    private readonly Coordinates slopes;
    private readonly double[] gradient;
    private readonly double[] newGradient;
    private readonly double[] direction;
    private double exaggeration = double.NaN;
    private double cost;
    private bool isKnown;

    public LineSearchDescent(ISearchDirection search, int count, int dimensions)
    {
        this.search = search;
        trial = new(count, dimensions);
        slopes = new(count, dimensions);
        int length = trial.All.Length;
        (gradient, newGradient, direction) = (new double[length], new double[length], new double[length]);
    }

    public StepOutcome Step(IGradientEngine engine, Coordinates positions, Phase phase)
    {
        if (phase.Exaggeration != exaggeration)
        {
            ObjectiveChanged(entirely: true);
            exaggeration = phase.Exaggeration;
        }

        if (!isKnown)
        {
            Look(engine, positions);
        }

        if (!double.IsFinite(cost) || !double.IsFinite(LongVectors.Dot(gradient, gradient)))
        {
            return StepOutcome.OutOfRange;
        }

        if (TryMove(engine, positions, search.Find(gradient, exaggeration, direction)))
        {
            return StepOutcome.Moved;
        }

        search.Forget();
        Look(engine, positions);
        return TryMove(engine, positions, SteepestDescent.Find(gradient, direction)) ? StepOutcome.Moved : StepOutcome.Stalled;
    }

    public void ObjectiveChanged(bool entirely)
    {
        isKnown = false;
        if (entirely)
        {
            search.Forget();
        }
    }

    public void Exchange(StateStore store)
    {
        exaggeration = store.Number("exaggeration", exaggeration);
        cost = store.Number("cost", cost);
        isKnown = store.Flag("known", isKnown);
        store.Exchange("gradient", gradient.AsSpan());
        search.Exchange(store.Inside("search"));
    }

    /// <summary>Takes cost and gradient of a point; those of the last search may be of coarser sums than engines have by now.</summary>
    private void Look(IGradientEngine engine, Coordinates positions)
    {
        engine.Gradient(positions, exaggeration, slopes);       // before the cost, for which engines then know S
        LongVectors.Widen(slopes.All, gradient);
        cost = engine.Cost(positions, exaggeration);
        isKnown = true;
    }

    private bool TryMove(IGradientEngine engine, Coordinates positions, double firstStep)
    {
        LinePoint origin = new(0, cost, LongVectors.Dot(gradient, direction));
        double visible = firstStep < 1 ? Visible * Math.Sqrt(SquaredLength(positions.All) / LongVectors.Dot(direction, direction)) : 0;
        if (!(origin.Slope < 0) || LineSearch.Find(step => Evaluate(engine, positions, step), origin, Math.Max(firstStep, visible)) is not { } found)
        {
            return false;
        }

        Accept(positions, found);
        return true;
    }

    private static double SquaredLength(ReadOnlySpan<float> values)
    {
        double sum = 0;
        foreach (float value in values)
        {
            sum += (double)value * value;
        }

        return sum;
    }

    private LinePoint Evaluate(IGradientEngine engine, Coordinates positions, double step)
    {
        ReadOnlySpan<float> from = positions.All;
        Span<float> to = trial.All;
        for (int k = 0; k < to.Length; k++)
        {
            to[k] = (float)(from[k] + (step * direction[k]));
        }

        if (!IsFinite(to))
        {
            return new(step, double.NaN, double.NaN);
        }

        engine.Gradient(trial, exaggeration, slopes);
        LongVectors.Widen(slopes.All, newGradient);
        return new(step, engine.Cost(trial, exaggeration), LongVectors.Dot(newGradient, direction));
    }

    /// <summary>Moves to the trial, which is the point found, and learns from the way there as it was rounded.</summary>
    private void Accept(Coordinates positions, LinePoint found)
    {
        cost = found.Value;
        for (int k = 0; k < direction.Length; k++)
        {
            direction[k] = (double)trial.All[k] - positions.All[k];
            (gradient[k], newGradient[k]) = (newGradient[k], newGradient[k] - gradient[k]);
        }

        trial.All.CopyTo(positions.All);
        search.Learn(direction, newGradient);
    }

    private static bool IsFinite(ReadOnlySpan<float> values)
    {
        foreach (float value in values)
        {
            if (!float.IsFinite(value))
            {
                return false;
            }
        }

        return true;
    }
}
