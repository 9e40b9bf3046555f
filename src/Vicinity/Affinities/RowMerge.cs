namespace Vicinity;

/// <summary>Writes one row of a sparse matrix, columns ascending, and returns its length; with empty spans it only counts.</summary>
internal delegate int RowMerge(int row, Span<int> columns, Span<float> values);
