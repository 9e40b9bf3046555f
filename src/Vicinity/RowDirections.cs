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

    /// <summary>The rows at length 1.</summary>
    /// <exception cref="ArgumentException">A row has no direction, and the data set had none such.</exception>
    public Matrix Apply(Matrix rows)
    {
        int[] without = HasAxis ? [] : UnitRows.Without(rows, IsCentered);
        return without.Length == 0
            ? UnitRows.Of(rows, IsCentered, HasAxis)
            : throw new ArgumentException(
                $"Row {without[0]} (counted from 0) {(IsCentered ? "is constant" : "holds only zeros")}, so it has no direction to be compared by. Leave it out.", nameof(rows));
    }
}
