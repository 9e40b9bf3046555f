namespace Vicinity.Cli;

/// <summary>Finds the columns of a model in a file: by name where both have names, else by place.</summary>
internal static class ModelColumns
{
    /// <exception cref="InvalidDataException">A column is missing, or there are more or fewer.</exception>
    public static Matrix Select(Table table, EmbeddingModel model, string path)
    {
        IReadOnlyList<string> wanted = model.InputColumnNames;
        IReadOnlyList<string> found = table.FeatureNames;
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
            return Matrix.Create(table.Features.Rows, columns.Length, (i, row) =>
            {
                for (int k = 0; k < row.Length; k++)
                {
                    row[k] = table.Features.Row(i)[columns[k]];
                }
            });
        }

        bool isNamed = !isSame && !IsNumbered(wanted) && !IsNumbered(found);
        return found.Count == model.InputColumns && !isNamed
            ? table.Features
            : throw new InvalidDataException($"{path} has {Counted.Of(found.Count, "number column")}, but the model was made of {model.InputColumns}"
                + (isNamed ? $", of which it lacks {string.Join(", ", missing.Take(5))}" : "") + ". Give the same columns.");
    }

    private static bool IsNumbered(IReadOnlyList<string> names) => names.Select((name, d) => name == $"x{d}").All(yes => yes);
}
