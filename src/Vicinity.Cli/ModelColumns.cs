namespace Vicinity.Cli;

/// <summary>Finds the columns of a model in a file: by name where both have names, else by place.</summary>
internal static class ModelColumns
{
    /// <summary>The rows as the model takes them.</summary>
    /// <param name="input">What the file holds.</param>
    /// <param name="model">Can place rows.</param>
    /// <param name="path">The file.</param>
    /// <param name="warnings">Receives what is odd about the columns.</param>
    /// <exception cref="InvalidDataException">A column is missing, or there are more or fewer.</exception>
    public static EmbeddingInput Select(MapInput input, EmbeddingModel model, string path, List<FitWarning> warnings) => input.Data switch
    {
        SparseInput sparse => Widened(sparse.Data, model.InputColumns, path, warnings),
        DenseInput dense => Named(dense.Data, input.ColumnNames ?? [], model, path),
        _ => input.Data,
    };

    private static Matrix Named(Matrix rows, IReadOnlyList<string> found, EmbeddingModel model, string path)
    {
        IReadOnlyList<string> wanted = model.InputColumnNames;
        string[] missing = [.. wanted.Except(found, StringComparer.Ordinal)];
        bool isSame = wanted.SequenceEqual(found, StringComparer.Ordinal);
        if (wanted.Count > 0 && missing.Length == 0 && !isSame)
        {
            string? twice = wanted.Concat(found).GroupBy(name => name, StringComparer.Ordinal).FirstOrDefault(group => group.Count() > 2 && wanted.Contains(group.Key, StringComparer.Ordinal))?.Key;
            if (twice is not null)
            {
                throw new InvalidDataException($"{path}: more than one column is called \"{twice}\", here or in the data of the model, so none can be found by it. Bring the columns into the order of the model, or rename them.");
            }

            int[] columns = [.. wanted.Select(name => found.ToList().IndexOf(name))];
            return Matrix.Create(rows.Rows, columns.Length, (i, row) =>
            {
                for (int k = 0; k < row.Length; k++)
                {
                    row[k] = rows.Row(i)[columns[k]];
                }
            });
        }

        bool isNamed = !isSame && !IsNumbered(wanted) && !IsNumbered(found);
        return rows.Columns == model.InputColumns && !isNamed
            ? rows
            : throw new InvalidDataException($"{path} has {Counted.Of(rows.Columns, "number column")}, but the model was made of {model.InputColumns}"
                + (isNamed ? $", of which it lacks {string.Join(", ", missing.Take(5))}" : "") + ". Give the same columns.");
    }

    /// <summary>Lines of LIBSVM do not say how many columns there are; all other files do.</summary>
    private static SparseMatrix Widened(SparseMatrix rows, int columns, string path, List<FitWarning> warnings)
    {
        using DataFile file = DataFile.Open(path);
        if (file.Kind != FileKind.Libsvm || rows.Columns >= columns)
        {
            return rows;
        }

        warnings.Add(new("T102", $"{path} uses the first {rows.Columns} of the model's {columns} columns; they are counted from 1 where no column 0 occurs."));
        return rows.Widened(columns);
    }

    private static bool IsNumbered(IReadOnlyList<string> names) => names.Select((name, d) => name == $"x{d}").All(yes => yes);
}
