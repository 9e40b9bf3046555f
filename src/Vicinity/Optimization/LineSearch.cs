namespace Vicinity;

/// <summary>Finds a step that satisfies the strong Wolfe conditions along a line of descent (Moré and Thuente 1994).</summary>
internal static class LineSearch
{
    /// <summary>c1 of the Wolfe conditions.</summary>
    public const double SufficientDecrease = 1e-4;

    /// <summary>c2 of the Wolfe conditions.</summary>
    public const double Curvature = 0.9;

    /// <summary>Share of a cost below which a difference is rounding of the engines: the decrease is then judged by the slopes alone.</summary>
    public const double Resolution = 1e-7;

    private const int MostTrials = 30;
    private const double Retreat = 0.1;
    private const double NarrowingPerTwoTrials = 0.66;

    /// <summary>The point found; null if there is none that the numbers can tell from the origin.</summary>
    /// <param name="line">Costs and slopes along the line.</param>
    /// <param name="origin">The point at step 0, its slope below 0.</param>
    /// <param name="firstStep">The step that is tried first.</param>
    public static LinePoint? Find(Func<double, LinePoint> line, LinePoint origin, double firstStep)
    {
        StepBracket bracket = new(origin);
        (double step, double ceiling) = (firstStep, double.MaxValue);
        (double width, double widthBefore) = (double.PositiveInfinity, double.PositiveInfinity);
        bool isTilted = true;
        for (int trials = 0; trials < MostTrials; trials++)
        {
            LinePoint found = line(step);
            LinePoint trial = found.Resolved(origin);
            if (!trial.IsFinite)
            {
                ceiling = step;
                step = bracket.Best.Step + (Retreat * (step - bracket.Best.Step));
                continue;
            }

            if (trial.SatisfiesWolfe(origin))
            {
                return found;
            }

            isTilted &= trial.Value > Limit(origin, trial.Step) || trial.Slope < SufficientDecrease * origin.Slope;
            step = Next(ref bracket, trial, ceiling, isTilted ? SufficientDecrease * origin.Slope : 0);
            if (bracket.IsClosed)
            {
                double newWidth = Math.Abs(bracket.Other.Step - bracket.Best.Step);
                step = newWidth >= NarrowingPerTwoTrials * widthBefore ? (bracket.Best.Step + bracket.Other.Step) / 2 : step;
                (widthBefore, width) = (width, newWidth);
            }

            if (step == trial.Step || !double.IsFinite(step) || bracket.IsNarrow)
            {
                break;
            }
        }

        return Lower(line, bracket.Best, origin);
    }

    /// <summary>The next trial; on phi(s) - weight s as long as no step has decreased the cost sufficiently.</summary>
    private static double Next(ref StepBracket bracket, LinePoint trial, double ceiling, double weight)
    {
        StepBracket tilted = bracket.Tilted(weight);
        double step = tilted.Next(trial.Tilted(weight), ceiling);
        bracket = tilted.Tilted(-weight);
        return Math.Min(step, ceiling);
    }

    private static double Limit(LinePoint origin, double step) => origin.Value + (SufficientDecrease * step * origin.Slope);

    /// <summary>Where no step meets both conditions, the best one does if it lowers the cost.</summary>
    private static LinePoint? Lower(Func<double, LinePoint> line, LinePoint best, LinePoint origin) =>
        best.Step > 0 && best.Value < Limit(origin, best.Step) ? line(best.Step) : null;
}
