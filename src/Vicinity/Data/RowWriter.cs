namespace Vicinity;

/// <summary>Writes one row of a new <see cref="Matrix"/>.</summary>
/// <param name="row">Which one, 0 ... Rows - 1.</param>
/// <param name="values">Its values, all zero at first; length Columns.</param>
public delegate void RowWriter(int row, Span<float> values);
