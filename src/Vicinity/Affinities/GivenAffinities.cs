namespace Vicinity;

/// <summary>Looks over affinities that were made elsewhere, and brings them to a form.</summary>
internal static class GivenAffinities
{
    private const int PieceRows = 1 << 14;

    /// <summary>True if the two directions of a pair become one.</summary>
    public static bool IsMutual(AffinityForm form) => form is AffinityForm.Joint or AffinityForm.Mean or AffinityForm.RowSymmetricRow;

    /// <summary>Half the sum of |w_ij - w_ji| over that of all w_ij: the share that has no like in the other direction.</summary>
    public static double OneSided(SparseMatrix weights)
    {
        SparseMatrix back = weights.Transpose();
        (double apart, double total) = (0, 0);
        for (int i = 0; i < weights.Rows; i++)
        {
            Dictionary<int, double> row = [];
            foreach ((SparseMatrix side, int sign) in ((SparseMatrix, int)[])[(weights, 1), (back, -1)])
            {
                for (int k = 0; k < side.RowColumns(i).Length; k++)
                {
                    int j = side.RowColumns(i)[k];
                    row[j] = row.GetValueOrDefault(j) + (sign * (double)side.RowValues(i)[k]);
                }
            }

            apart += row.Values.Sum(Math.Abs) / 2;
            total += Sum(weights.RowValues(i));
        }

        return total > 0 ? apart / total : 0;
    }

    /// <summary>P of a form; see <see cref="Affinities.From(SparseMatrix, AffinityForm)"/>.</summary>
    public static SparseRows Build(SparseMatrix weights, AffinityForm form)
    {
        Check(weights);
        SparseMatrix given = weights.WithoutZeros();
        bool isMutual = IsMutual(form);
        SparseMatrix back = isMutual ? given.Transpose() : given;
        double total = Enumerable.Range(0, given.Rows).Sum(i => Sum(given.RowValues(i)));
        return SparseRows.Assemble(given.Rows, PieceRows, 1, (i, columns, values) =>
        {
            SortedList<int, double> row = Row(given, back, i, isMutual);
            double divisor = form switch
            {
                AffinityForm.Joint or AffinityForm.Conditional or AffinityForm.Matrix => total,
                AffinityForm.Row or AffinityForm.RowSymmetricRow => row.Values.Sum(),
                _ => 1,
            };
            for (int k = 0; k < columns.Length; k++)
            {
                columns[k] = row.Keys[k];
                values[k] = Math.Max((float)(row.Values[k] / divisor), AffinityForms.Least);
            }

            return row.Count;
        }, default);
    }

    private static SortedList<int, double> Row(SparseMatrix given, SparseMatrix back, int i, bool isMutual)
    {
        SortedList<int, double> row = new(given.RowColumns(i).Length);
        double share = isMutual ? 0.5 : 1;
        for (int k = 0; k < given.RowColumns(i).Length; k++)
        {
            row[given.RowColumns(i)[k]] = share * given.RowValues(i)[k];
        }

        for (int k = 0; k < back.RowColumns(i).Length && isMutual; k++)
        {
            int j = back.RowColumns(i)[k];
            row[j] = row.GetValueOrDefault(j) + (share * back.RowValues(i)[k]);
        }

        return row;
    }

    private static void Check(SparseMatrix weights)
    {
        if (weights.Rows != weights.Columns)
        {
            throw new ArgumentException($"Affinities need as many columns as rows, but there are {weights.Rows} rows of {weights.Columns} columns.", nameof(weights));
        }

        double total = 0;
        for (int i = 0; i < weights.Rows; i++)
        {
            ReadOnlySpan<int> columns = weights.RowColumns(i);
            for (int k = 0; k < columns.Length; k++)
            {
                float weight = weights.RowValues(i)[k];
                if (weight < 0 || (columns[k] == i && weight != 0))
                {
                    string rule = weight < 0 ? "must be at least 0" : "must be 0: a point has no affinity to itself";
                    throw new ArgumentException($"Row {i}, column {columns[k]} (both counted from 0) is {weight}; it {rule}.", nameof(weights));
                }

                total += weight;
            }
        }

        if (total == 0 && weights.Rows > 1)
        {
            throw new ArgumentException($"All affinities of {weights.Rows} points are 0. At least one must be above.", nameof(weights));
        }
    }

    private static double Sum(ReadOnlySpan<float> values)
    {
        double sum = 0;
        foreach (float value in values)
        {
            sum += value;
        }

        return sum;
    }
}
