namespace Vicinity;

/// <summary>What the cells of one column are, counted.</summary>
internal sealed class CsvColumn
{
    /// <summary>Cells that are numbers in form.</summary>
    public int Numbers { get; private set; }

    /// <summary>Cells that are not empty.</summary>
    public int Filled { get; private set; }

    /// <summary>The first record whose cell is not a finite number, or -1.</summary>
    public int FirstBad { get; private set; } = -1;

    /// <summary>More than half of the filled cells are numbers.</summary>
    public bool IsNumber => 2L * Numbers > Filled;

    public void Add(CsvCell cell, int record)
    {
        Numbers += cell is CsvCell.Number or CsvCell.NotFinite ? 1 : 0;
        Filled += cell == CsvCell.Empty ? 0 : 1;
        if (cell != CsvCell.Number && (FirstBad < 0 || record < FirstBad))
        {
            FirstBad = record;
        }
    }
}
