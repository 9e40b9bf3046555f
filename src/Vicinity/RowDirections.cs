namespace Vicinity;

/// <summary>The step that turns rows to directions, for metrics that compare those.</summary>
/// <param name="IsCentered">True if the mean of each row is subtracted first, for correlations.</param>
/// <param name="HasAxis">True if there is one more column, in which rows without a direction stand.</param>
internal sealed record RowDirections(bool IsCentered, bool HasAxis)
{
    /// <summary>The step for a data set.</summary>
    /// <param name="data">n x d, finite.</param>
    /// <param name="isCentered">For correlations.</param>
    /// <param name="without">Receives the number of rows without a direction.</param>
    public static RowDirections Of(Matrix data, bool isCentered, out int without)
    {
        without = UnitRows.Without(data, isCentered).Length;
        return new(isCentered, without > 0);
    }

    /// <summary>Columns of a row of so many columns.</summary>
    public int Width(int columns) => columns + (HasAxis ? 1 : 0);

    /// <summary>The step for sparse rows without stored zeros, of which only cosines ask for it.</summary>
    public static RowDirections Of(SparseMatrix data, out int without)
    {
        without = UnitRows.Without(data).Length;
        return new(false, without > 0);
    }

    /// <summary>The rows at length 1.</summary>
    /// <exception cref="ArgumentException">A row has no direction, and the data set had none such.</exception>
    public Matrix Apply(Matrix rows)
    {
        Require(HasAxis ? [] : UnitRows.Without(rows, IsCentered));
        return UnitRows.Of(rows, IsCentered, HasAxis);
    }

    /// <summary>Sparse rows without stored zeros at length 1.</summary>
    /// <exception cref="ArgumentException">A row has no direction, and the data set had none such.</exception>
    public SparseMatrix Apply(SparseMatrix rows)
    {
        Require(HasAxis ? [] : UnitRows.Without(rows));
        return UnitRows.Of(rows, HasAxis);
    }

    private void Require(int[] rows)
    {
        if (rows.Length > 0)
        {
            throw new ArgumentException(
                $"Row {rows[0]} (counted from 0) {(IsCentered ? "is constant" : "holds only zeros")}, so it has no direction to be compared by. Leave it out.", nameof(rows));
        }
    }
}
