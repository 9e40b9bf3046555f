namespace Vicinity;

/// <summary>Finds columns that count the rows (D105): n different whole numbers almost without gaps, or equal steps from row to row.</summary>
/// <remarks>
/// Whole numbers drawn from a range of 1.25 n are all different with a chance of 1.4e-5 at 20 rows and 1.6e-13 at 50; equal steps are rarer still.
/// </remarks>
internal static class IdColumns
{
    /// <summary>Below, nothing is said; so many rows also tell most columns from ids at a glance.</summary>
    private const int FewestRows = 20;

    /// <summary>The range of an id may be this many times the number of rows: some were removed.</summary>
    private const double MostRange = 1.25;

    /// <summary>Steps may differ by this share of their size: float rounds times.</summary>
    private const double StepTolerance = 1e-3;

    public static FitWarning? Find(Matrix data, ColumnNames names)
    {
        int[] found = data.Rows < FewestRows ? [] : [.. Enumerable.Range(0, data.Columns).Where(d => DiffersAtFirst(data, d) && (HasEqualSteps(data, d) || CountsRows(data, d)))];
        return found.Length == 0 ? null : new("D105",
            $"{(found.Length == 1 ? "Column" : "The columns")} {names.List(found)} {(found.Length == 1 ? "counts" : "count")} the rows, as an id or a time does. Leave {(found.Length == 1 ? "it" : "them")} out.")
        {
            Number = found.Length,
            Threshold = 0,
            Remedy = string.Join(' ', found.Select(d => $"--drop {names.Word(d)}")),
        };
    }

    /// <summary>False if two of the first rows are equal, which no two of an id are.</summary>
    private static bool DiffersAtFirst(Matrix data, int column)
    {
        Span<float> first = stackalloc float[FewestRows];
        for (int i = 0; i < first.Length; i++)
        {
            first[i] = data[i, column];
            if (first[..i].Contains(first[i]))
            {
                return false;
            }
        }

        return true;
    }

    private static bool HasEqualSteps(Matrix data, int column)
    {
        double step = (double)data[1, column] - data[0, column];
        double scale = Math.Max(Math.Abs(data[0, column]), Math.Abs(data[data.Rows - 1, column]));
        double slack = (StepTolerance * Math.Abs(step)) + (scale * 1.2e-7);
        for (int i = 1; i < data.Rows; i++)
        {
            double here = (double)data[i, column] - data[i - 1, column];
            if (here * step <= 0 || Math.Abs(here - step) > slack)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Different whole numbers in any order.</summary>
    private static bool CountsRows(Matrix data, int column)
    {
        double lowest = double.PositiveInfinity;
        for (int i = 0; i < data.Rows; i++)
        {
            float value = data[i, column];
            if (value != MathF.Floor(value))
            {
                return false;
            }

            lowest = Math.Min(lowest, value);
        }

        bool[] seen = new bool[(int)(MostRange * data.Rows)];
        for (int i = 0; i < data.Rows; i++)
        {
            double place = data[i, column] - lowest;
            if (place >= seen.Length || seen[(int)place])
            {
                return false;
            }

            seen[(int)place] = true;
        }

        return true;
    }
}
