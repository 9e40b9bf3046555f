namespace Vicinity;

/// <summary>Makes one weight of the two directions of a pair, by merging ascending rows of A and its transpose, O(entries).</summary>
internal static class Symmetrization
{
    /// <param name="rows">A, rows ascending.</param>
    /// <param name="transposed">A^T, rows ascending.</param>
    /// <param name="symmetry">How; not <see cref="AffinitySymmetry.Auto"/>.</param>
    /// <param name="scale">Factor on every result.</param>
    /// <param name="threads">Cores to use.</param>
    /// <param name="cancellation">Stops between blocks.</param>
    /// <returns>The results that a float can hold.</returns>
    /// <exception cref="ArgumentException">The result has too many entries for this version.</exception>
    public static SparseRows Merge(
        SparseRows rows, SparseRows transposed, AffinitySymmetry symmetry, double scale, int threads, CancellationToken cancellation) =>
        SparseRows.Assemble(rows.Count, threads, (i, columns, values) => MergeRow(rows, transposed, i, symmetry, scale, columns, values), cancellation);

    private static int MergeRow(
        SparseRows rows, SparseRows transposed, int i, AffinitySymmetry symmetry, double scale, Span<int> columns, Span<float> values)
    {
        ReadOnlySpan<int> left = rows.RowColumns(i);
        ReadOnlySpan<int> right = transposed.RowColumns(i);
        ReadOnlySpan<float> leftValues = rows.RowValues(i);
        ReadOnlySpan<float> rightValues = transposed.RowValues(i);
        int count = 0;
        for (int a = 0, b = 0; a < left.Length || b < right.Length;)
        {
            int leftColumn = a < left.Length ? left[a] : int.MaxValue;
            int rightColumn = b < right.Length ? right[b] : int.MaxValue;
            double forward = leftColumn <= rightColumn ? leftValues[a++] : 0;
            double backward = rightColumn <= leftColumn ? rightValues[b++] : 0;
            float value = (float)(Combine(symmetry, forward, backward) * scale);
            if (!float.IsNormal(value))
            {
                continue;
            }

            if (!columns.IsEmpty)
            {
                columns[count] = Math.Min(leftColumn, rightColumn);
                values[count] = value;
            }

            count++;
        }

        return count;
    }

    private static double Combine(AffinitySymmetry symmetry, double forward, double backward) => symmetry switch
    {
        AffinitySymmetry.Average => 0.5 * (forward + backward),
        AffinitySymmetry.FuzzyUnion => forward + backward - (forward * backward),
        AffinitySymmetry.Mutual => Math.Sqrt(forward * backward),
        _ => forward,
    };
}
