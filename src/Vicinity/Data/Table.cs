using System.Collections.ObjectModel;

namespace Vicinity;

/// <summary>What a data file holds: number columns as features, text columns, labels, and the number of every row in the file.</summary>
public sealed class Table
{
    private readonly int[] rowNumbers;

    private Table(
        Matrix features,
        IReadOnlyList<string> featureNames,
        IReadOnlyDictionary<string, IReadOnlyList<string>> textColumns,
        Labels? labels,
        int[] rowNumbers)
    {
        Features = features;
        FeatureNames = featureNames;
        TextColumns = textColumns;
        Labels = labels;
        this.rowNumbers = rowNumbers;
    }

    /// <summary>The number columns (the label column excepted); rows x features.</summary>
    public Matrix Features { get; }

    /// <summary>Names of the features, from the header, or x0, x1 ... by the column's position.</summary>
    public IReadOnlyList<string> FeatureNames { get; }

    /// <summary>The other columns of a csv file, by name, without the label column; one text per row.</summary>
    /// <remarks>Where a name occurs twice, the later column is called <c>name (column 7)</c>, counted from 0.</remarks>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> TextColumns { get; }

    /// <summary>The label column or the label file, if one was asked for.</summary>
    public Labels? Labels { get; }

    /// <summary>For every row its number in the file, from 0 (a header does not count): it stays with the row when the table is cut.</summary>
    public IReadOnlyList<int> RowNumbers => rowNumbers;

    /// <summary>What is doubtful about the file: a first line that may be a header (D115).</summary>
    public IReadOnlyList<FitWarning> Warnings { get; private init; } = [];

    /// <summary>Reads npy, csv, tsv or IDX (each also as .gz), as <see cref="Matrix.Read(string)"/> does, with labels.</summary>
    /// <param name="path">The file.</param>
    /// <param name="labels">
    /// A column of the file if it has one of that name (x0, x1 ... without a header), else the path of a label file with one entry per row
    /// (<see cref="Vicinity.Labels.Read(string)"/>); null for none. A label column is never a feature, even if it holds numbers.
    /// </param>
    /// <exception cref="InvalidDataException">
    /// A file is damaged or of no known type, or the labels are not one per row; the message says what, where, limit, cure.
    /// </exception>
    /// <exception cref="IOException">A file does not exist (<see cref="FileNotFoundException"/>) or cannot be read.</exception>
    public static Table Read(string path, string? labels = null)
    {
        using DataFile file = DataFile.Open(path);
        return Read(file, labels);
    }

    /// <summary>As <see cref="Read(string, string?)"/>, without some columns, which may then hold anything.</summary>
    /// <param name="path">The file.</param>
    /// <param name="labels">A column or a file; null for none.</param>
    /// <param name="dropped">Names of columns to leave out.</param>
    /// <param name="allowGaps">Whether cells in number columns that are no numbers become NaN instead of an error.</param>
    /// <exception cref="InvalidDataException">As for <see cref="Read(string, string?)"/>, or a column to drop does not exist.</exception>
    internal static Table Read(string path, string? labels, IReadOnlyList<string> dropped, bool allowGaps)
    {
        using DataFile file = DataFile.Open(path);
        return Read(file, labels, dropped, allowGaps);
    }

    internal static Table Read(DataFile file, string? labels) => Read(file, labels, [], allowGaps: false);

    private static Table Read(DataFile file, string? labels, IReadOnlyList<string> dropped, bool allowGaps)
    {
        if (file.Kind == FileKind.Text)
        {
            return FromCsv(CsvTable.Read(file), file, labels, dropped, allowGaps);
        }

        Matrix features = Matrix.Read(file);
        Labels? read = labels is null ? null : ReadLabelFile(labels, features.Rows, columns: [], file);
        string[] names = [.. Enumerable.Range(0, features.Columns).Select(d => $"x{d}")];
        RequireKnown(dropped, names, file);
        int[] kept = [.. Enumerable.Range(0, names.Length).Where(d => !dropped.Contains(names[d], StringComparer.Ordinal))];
        return new(
            Columns(features, kept, file), [.. kept.Select(d => names[d])], ReadOnlyDictionary<string, IReadOnlyList<string>>.Empty, read, AllRows(features.Rows));
    }

    /// <summary>The first rows, with all that belongs to them.</summary>
    /// <param name="rows">At most how many, at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number is below 1.</exception>
    public Table Take(int rows)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(rows, 1);
        return rows >= Features.Rows ? this : Select(AllRows(rows));
    }

    /// <summary>A random choice of rows, without repetition, in the order of the file.</summary>
    /// <param name="rows">At most how many, at least 1.</param>
    /// <param name="seed">Seed of the choice: the same seed, the same rows.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number is below 1.</exception>
    public Table Sample(int rows, int seed)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(rows, 1);
        if (rows >= Features.Rows)
        {
            return this;
        }

        return Select(RandomRows.Choose(Features.Rows, rows, seed));
    }

    /// <summary>The rows on some places, with all that belongs to them.</summary>
    internal Table Only(int[] rows) => rows.Length == Features.Rows ? this : Select(rows);

    private static Table FromCsv(CsvTable csv, DataFile file, string? labels, IReadOnlyList<string> dropped, bool allowGaps)
    {
        int labelColumn = labels is null ? -1 : csv.IndexOf(labels);
        RequireKnown(dropped, csv.Names, file);
        int[] features = [.. csv.NumberColumns(except: labelColumn).Where(c => !dropped.Contains(csv.Names[c], StringComparer.Ordinal))];
        int[] others = [.. Enumerable.Range(0, csv.Names.Count).Where(c => c != labelColumn && !csv.IsNumber(c))];
        Matrix numbers = csv.Numbers(features, allowGaps);
        Labels? read = labelColumn >= 0 ? Labels.From(csv.Texts([labelColumn])[0])
            : labels is not null ? ReadLabelFile(labels, csv.Rows, csv.Names, file)
            : null;
        string[][] texts = csv.Texts(others);
        Dictionary<string, IReadOnlyList<string>> textColumns = new(StringComparer.Ordinal);
        for (int k = 0; k < others.Length; k++)
        {
            string name = csv.Names[others[k]];
            textColumns[textColumns.ContainsKey(name) ? $"{name} (column {others[k]})" : name] = texts[k];
        }

        return new(numbers, [.. features.Select(c => csv.Names[c])], textColumns, read, AllRows(csv.Rows))
        {
            Warnings = csv.FirstLineWarning is { } doubt ? [doubt] : [],
        };
    }

    private static Labels ReadLabelFile(string path, int rows, IReadOnlyList<string> columns, DataFile file)
    {
        if (!File.Exists(path) && !Directory.Exists(path))
        {
            string known = columns.Count > 0 ? $"its columns are {CsvTable.ListNames(columns)}" : "it has no named columns";
            throw file.Error($"the labels \"{path}\" are neither a column of this file ({known}) nor a file. Name one of them.");
        }

        Labels labels = Labels.Read(path);
        if (labels.Count != rows)
        {
            string hint = labels.Count - rows == 1 ? $" If its first entry (\"{labels[0]}\") is a header, remove it."
                : rows - labels.Count == 1 ? $" If the first row of {file.Name} is a header, or an entry is missing, correct that."
                : " Both must describe the same rows.";
            throw new InvalidDataException($"{path}: there are {Counted.Of(labels.Count, "label")}, but {file.Name} has {Counted.Of(rows, "row")}.{hint}");
        }

        return labels;
    }

    private static void RequireKnown(IReadOnlyList<string> dropped, IReadOnlyList<string> names, DataFile file)
    {
        if (dropped.FirstOrDefault(name => !names.Contains(name, StringComparer.Ordinal)) is { } odd)
        {
            throw file.Error($"there is no column {CsvText.Quote(odd)} to leave out; there are {CsvTable.ListNames(names)}.");
        }
    }

    private static Matrix Columns(Matrix all, int[] kept, DataFile file) => kept.Length == all.Columns ? all
        : kept.Length == 0 ? throw file.Error("all columns are left out, and none remains to map. Leave out fewer.")
        : Matrix.Create(all.Rows, kept.Length, (i, row) =>
        {
            for (int d = 0; d < row.Length; d++)
            {
                row[d] = all[i, kept[d]];
            }
        });

    private static int[] AllRows(int rows) => [.. Enumerable.Range(0, rows)];

    private Table Select(int[] rows) => new(
        Features.Select(rows),
        FeatureNames,
        TextColumns.ToDictionary(
            column => column.Key,
            column => (IReadOnlyList<string>)Array.ConvertAll(rows, i => column.Value[i]),
            StringComparer.Ordinal),
        Labels?.Select(rows),
        Array.ConvertAll(rows, i => rowNumbers[i]))
    {
        Warnings = Warnings,
    };
}
