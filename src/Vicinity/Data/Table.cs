namespace Vicinity;

/// <summary>What a data file holds: number columns as features, text columns, labels, and the number of every row in the file.</summary>
public sealed class Table
{
    private Table() => throw new NotImplementedException();

    /// <summary>The number columns (the label column excepted); rows x features.</summary>
    public Matrix Features => throw new NotImplementedException();

    /// <summary>Names of the features, from the header or x0, x1 ...</summary>
    public IReadOnlyList<string> FeatureNames => throw new NotImplementedException();

    /// <summary>The other columns of a csv file, by name.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> TextColumns => throw new NotImplementedException();

    /// <summary>The label column or the label file, if one was asked for.</summary>
    public Labels? Labels => throw new NotImplementedException();

    /// <summary>For every row its number in the file, from 0: it stays with the row when the table is cut.</summary>
    public IReadOnlyList<int> RowNumbers => throw new NotImplementedException();

    /// <summary>Reads npy, csv, tsv or IDX (also .gz); the type is found by content.</summary>
    /// <param name="path">The file.</param>
    /// <param name="labels">A column of the file if it has one of that name, else the path of a label file; null for none.</param>
    /// <exception cref="InvalidDataException">The file is damaged or of no known type; the message says what, where, limit, cure.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static Table Read(string path, string? labels = null) => throw new NotImplementedException();

    /// <summary>The first rows.</summary>
    /// <param name="rows">At most how many, at least 1.</param>
    public Table Take(int rows) => throw new NotImplementedException();

    /// <summary>A random choice of rows, in the order of the file.</summary>
    /// <param name="rows">At most how many, at least 1.</param>
    /// <param name="seed">Seed of the choice.</param>
    public Table Sample(int rows, int seed) => throw new NotImplementedException();
}
