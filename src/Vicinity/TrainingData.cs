namespace Vicinity;

/// <summary>The rows that a map was made of, as the search for neighbours saw them.</summary>
/// <param name="Kind">What they were before.</param>
/// <param name="Steps">How they became so.</param>
/// <param name="Points">n rows after all steps.</param>
internal sealed record TrainingData(RowKind Kind, InputSteps Steps, RowSpace Points)
{
    /// <summary>See <see cref="NeighborRadii"/>; empty if unknown.</summary>
    public float[] Radii { get; init; } = [];

    /// <summary>New rows after all steps.</summary>
    /// <param name="rows">m rows or, of a map of distances, m rows of distances.</param>
    /// <param name="metric">Of the fit.</param>
    /// <param name="threads">Cores to use.</param>
    /// <exception cref="ArgumentException">They are no rows, have other columns, or a value that cannot be.</exception>
    public RowSpace Take(EmbeddingInput rows, Metric metric, int threads)
    {
        if (rows is not (DenseInput or SparseInput))
        {
            throw new ArgumentException($"New points are rows{(Kind == RowKind.Distances ? " of distances to all points of the map" : "")}: give a {nameof(Matrix)} or a {nameof(SparseMatrix)}.", nameof(rows));
        }

        if (rows.Columns != Steps.Columns)
        {
            throw new ArgumentException(Kind == RowKind.Distances
                ? $"There are distances to {Counted.Of(rows.Columns, "point")}, but the map has {Steps.Columns}. Give one column for each point of the map, in its order."
                : $"The rows have {Counted.Of(rows.Columns, "column")}, but the model was made of rows with {Steps.Columns}. Give the same columns.", nameof(rows));
        }

        return Kind switch
        {
            RowKind.Sparse => Steps.Apply(((rows as SparseInput)?.Data ?? SparseMatrix.From(Finite(rows))).WithoutZeros(), metric, threads),
            RowKind.Distances => Distances(Finite(rows)),
            _ => new DenseSpace(Scaled(Steps.Apply(Finite(rows), threads)), metric.Compared),
        };
    }

    /// <summary>Rows after the steps: scaled as the data was, a value may be too large for a float.</summary>
    private static Matrix Scaled(Matrix rows)
    {
        rows.ThrowIfNotFinite(nameof(rows));
        return rows;
    }

    /// <summary>The rows as a dense table; sparse ones are written out for a model that was made of dense ones.</summary>
    private static Matrix Finite(EmbeddingInput rows)
    {
        Matrix table = rows is DenseInput dense ? dense.Data : ((SparseInput)rows).Data.ToMatrix();
        table.ThrowIfNotFinite(nameof(rows));
        return table;
    }

    private static DistanceRows Distances(Matrix rows)
    {
        DistanceRows given = new(rows);
        return given.Odd() is not var (row, column) ? given : throw new ArgumentException(
            $"Row {row}, column {column} (both counted from 0) is {rows[row, column]}; a distance is at least 0.", nameof(rows));
    }
}
