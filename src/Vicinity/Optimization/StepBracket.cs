namespace Vicinity;

/// <summary>The interval in which a line search looks for its step, and the next trial by safeguarded interpolation.</summary>
/// <remarks>The four cases of Moré and Thuente (1994), section 4: cubic and quadratic fits to the best point and the trial.</remarks>
internal struct StepBracket(LinePoint origin)
{
    private const double Expansion = 4;

    /// <summary>Share of its larger end: what a cost does within a narrower interval is noise of an approximate engine.</summary>
    private const double Narrowest = 1e-5;

    /// <summary>The point of least value so far.</summary>
    public LinePoint Best { get; private set; } = origin;

    /// <summary>The other end of the interval.</summary>
    public LinePoint Other { get; private set; } = origin;

    /// <summary>True once the interval is known to hold a minimum.</summary>
    public bool IsClosed { get; private set; }

    /// <summary>True once there is nothing left to search in it.</summary>
    public readonly bool IsNarrow => IsClosed && Math.Abs(Other.Step - Best.Step) <= Narrowest * Math.Max(Best.Step, Other.Step);

    /// <summary>Takes the trial in and proposes the next step, at most <paramref name="longest"/>.</summary>
    public double Next(LinePoint trial, double longest)
    {
        double proposal = Propose(trial, longest);
        if (trial.Value > Best.Value)
        {
            Other = trial;
        }
        else
        {
            Other = trial.Slope * (Best.Step - trial.Step) < 0 ? Best : Other;
            Best = trial;
        }

        return proposal;
    }

    /// <summary>The ends seen on a tilted cost, for one call of <see cref="Next"/>.</summary>
    public readonly StepBracket Tilted(double weight)
    {
        StepBracket tilted = this;
        (tilted.Best, tilted.Other) = (Best.Tilted(weight), Other.Tilted(weight));
        return tilted;
    }

    private double Propose(LinePoint trial, double longest)
    {
        double cubic = CubicMinimum(Best, trial);
        double secant = trial.Step - (trial.Slope * (trial.Step - Best.Step) / (trial.Slope - Best.Slope));
        if (trial.Value > Best.Value)
        {
            // Higher than before: a minimum lies between.
            IsClosed = true;
            double quadratic = QuadraticMinimum(Best, trial);
            return Math.Abs(cubic - Best.Step) < Math.Abs(quadratic - Best.Step) ? cubic : (cubic + quadratic) / 2;
        }

        if (trial.Slope * Best.Slope < 0)
        {
            // Lower, and past a minimum.
            IsClosed = true;
            return Math.Abs(cubic - trial.Step) > Math.Abs(secant - trial.Step) ? cubic : secant;
        }

        return Math.Abs(trial.Slope) <= Math.Abs(Best.Slope) ? Flatter(trial, cubic, secant, longest) : Steeper(trial, longest);
    }

    /// <summary>Lower and flatter: the fits may point anywhere, so they are trusted only ahead, and not to the end of a closed interval.</summary>
    private readonly double Flatter(LinePoint trial, double cubic, double secant, double longest)
    {
        bool ahead = (cubic - trial.Step) * (trial.Step - Best.Step) > 0 && double.IsFinite(cubic);
        double limit = IsClosed ? trial.Step + (0.66 * (Other.Step - trial.Step)) : Math.Min(longest, trial.Step + (Expansion * (trial.Step - Best.Step)));
        double far = ahead ? cubic : limit;
        if (!double.IsFinite(secant))
        {
            return limit;
        }

        bool cubicIsNearer = Math.Abs(far - trial.Step) < Math.Abs(secant - trial.Step);
        double chosen = IsClosed == cubicIsNearer ? far : secant;
        return trial.Step > Best.Step ? Math.Min(limit, chosen) : Math.Max(limit, chosen);
    }

    /// <summary>Lower and steeper still: onward, or towards the other end.</summary>
    private readonly double Steeper(LinePoint trial, double longest) => IsClosed
        ? CubicMinimum(trial, Other)
        : Math.Min(longest, trial.Step + (Expansion * (trial.Step - Best.Step)));

    private static double QuadraticMinimum(LinePoint a, LinePoint b)
    {
        double length = b.Step - a.Step;
        return a.Step + (a.Slope * length / (2 * (((a.Value - b.Value) / length) + a.Slope)));
    }

    /// <summary>The minimum of the cubic through values and slopes of two points (Nocedal and Wright, eq. 3.59); NaN if it has none.</summary>
    private static double CubicMinimum(LinePoint a, LinePoint b)
    {
        double mean = a.Slope + b.Slope - (3 * (a.Value - b.Value) / (a.Step - b.Step));
        double discriminant = (mean * mean) - (a.Slope * b.Slope);
        double root = Math.CopySign(Math.Sqrt(Math.Max(0, discriminant)), b.Step - a.Step);
        return discriminant < 0 ? double.NaN : b.Step - ((b.Step - a.Step) * (b.Slope + root - mean) / (b.Slope - a.Slope + (2 * root)));
    }
}
