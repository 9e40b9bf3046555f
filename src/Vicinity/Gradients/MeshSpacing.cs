namespace Vicinity;

/// <summary>
/// How wide a grid's cells are: as wide as the accuracy allows, but at least some dozens across the map, in steps of 2^(-1/3), and at most so many
/// that they can be held, in steps of 2^(1/12).
/// </summary>
/// <remarks>Steps, so that the kernel's transform is made a few dozen times in a run and not at every iteration.</remarks>
internal static class MeshSpacing
{
    private const int LeastCells = 64;
    private const int LeastCellsInSpace = 32;
    private const int StepsPerOctave = 3;
    private const int WideStepsPerOctave = 12;
    private const double SmallestSpan = 1e-30;

    /// <summary>So many pairs cost as much as a place of the grid.</summary>
    private const double PairsPerPlace = 8;

    /// <summary>Places in front of the first point that a spline can touch.</summary>
    public const int Before = 3;
    private const int Behind = 5;

    /// <summary>The transform is that of a periodic kernel; this many places keep the fold of its period out of reach.</summary>
    private const int Fold = 4;

    /// <summary>True if a map of such an extent has places on a grid: neither a point, to the digits that squares of floats have, nor without end.</summary>
    public static bool CanHold(double span) => span is > SmallestSpan and <= float.MaxValue;

    /// <summary>The spacing for a map of some extent.</summary>
    /// <param name="span">Largest extent along an axis, above 0.</param>
    /// <param name="limit">The widest spacing that is accurate enough.</param>
    /// <param name="dimensions">1, 2 or 3.</param>
    public static double For(double span, double limit, int dimensions)
    {
        int least = dimensions == 3 ? LeastCellsInSpace : LeastCells;
        double finer = Math.Ceiling(StepsPerOctave * Math.Log2(least * limit / span));
        double wider = Math.Ceiling(WideStepsPerOctave * Math.Log2(span / (MostCells(dimensions) * limit)));
        return limit * Math.Pow(2, (Math.Max(0, wider) / WideStepsPerOctave) - (Math.Max(0, finer) / StepsPerOctave));
    }

    /// <summary>Cells that a grid may have along an axis: they bound memory and time; a map that needs more gets wider ones.</summary>
    public static int MostCells(int dimensions) => dimensions switch { 1 => 1 << 19, 2 => 2200, _ => 180 };

    /// <summary>Places along an axis that a map needs.</summary>
    public static int Used(double span, double spacing) => (int)(span / spacing) + Before + Behind + 1;

    /// <summary>So many ordered pairs, all of them summed one by one, cost as much as a grid.</summary>
    public static double CostInPairs(double span, double spacing, int dimensions) =>
        PairsPerPlace * Math.Pow(Side(Used(span, spacing), dimensions), dimensions);

    /// <summary>The length of the transforms for so many places.</summary>
    public static int Side(int used, int dimensions)
    {
        int least = 2 * (used + Fold);
        return dimensions == 1 ? LineConvolution.Side(least) : FourierSizes.AtLeast(least);
    }
}
