namespace Vicinity;

/// <summary>
/// How much finer a grid is, or how much wider the cores of fields are, than the rule of <see cref="MeshAccuracy"/> has it: the rule counts on errors that cancel, and those of points at
/// almost one place do not. So errors are measured along a run, and the grid follows them.
/// </summary>
/// <remarks>
/// In steps of 2^(1/6), each of which halves the error of quintic splines, and that of cores. Nothing is ever coarser than the rule, and what is within it stays
/// as it is (docs/decisions/0011-particle-mesh.md).
/// </remarks>
/// <param name="accuracy">The bound of the error, a fraction.</param>
/// <param name="dimensions">Of the map.</param>
internal sealed class MeshFineness(double accuracy, int dimensions = 2)
{
    /// <summary>So often one gradient may ask for finer sums.</summary>
    public const int MostRounds = 3;

    private const int StepsPerOctave = 6;
    private const int MostSteps = 4 * StepsPerOctave;

    /// <summary>Share of the bound below which an error asks for a coarser grid.</summary>
    private const double Small = 0.15;

    /// <summary>Shares above which it asks for a finer one: in space Z is three times as wrong as in the plane where forces are as wrong.</summary>
    private const double Large = 0.7;
    private const double LargeInSpace = 0.4;

    /// <summary>Share of a large error that the finer grid shall have at most.</summary>
    private const double Aim = 5 / 7.0;

    private readonly double large = accuracy * (dimensions == 3 ? LargeInSpace : Large);
    private int possible;

    /// <summary>Steps from the spacing of the rule that the error asks for; at most one more than possible.</summary>
    public int Steps { get; private set; }

    /// <summary>The spacing, from that of the rule.</summary>
    /// <param name="spacing">As the rule has it.</param>
    /// <param name="span">Of the map, above 0.</param>
    /// <param name="mostCells">Cells that a grid may have along an axis.</param>
    public double Refine(double spacing, double span, int mostCells)
    {
        possible = Math.Clamp((int)(StepsPerOctave * Math.Log2(mostCells * spacing / span)), 0, MostSteps);
        return spacing * Math.Pow(2, -(double)Math.Min(Steps, possible) / StepsPerOctave);
    }

    /// <summary>The radius within which pairs are summed one by one, from that of the rule; each step halves the error there, too.</summary>
    public double Widen(double radius)
    {
        possible = MostSteps;
        return radius * Math.Pow(2, (double)Math.Min(Steps, possible) / StepsPerOctave);
    }

    /// <summary>True if the last grid would have to be finer than a grid may be.</summary>
    public bool IsShort => Steps > possible;

    /// <summary>Takes a measured error in; true if the grid should be another one.</summary>
    public bool Follow(double error)
    {
        int before = Steps;
        if (error > large)
        {
            Steps = (int)Math.Min(possible + 1, Steps + Math.Ceiling(Math.Log2(error / (Aim * large))));
        }
        else if (error < Small * accuracy)
        {
            Steps = Math.Max(0, Steps - 1);
        }

        return Steps != before;
    }

    public void Exchange(StateStore store) => Steps = store.Count("finer", Steps, 0, MostSteps + 1);
}
