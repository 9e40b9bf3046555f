namespace Vicinity.Cli;

/// <summary>Reads what was made of rows elsewhere.</summary>
internal static class PrecomputedFile
{
    /// <summary>Share of all affinities that two directions may differ by without a word.</summary>
    private const double LargestRounding = 1e-5;

    /// <param name="kind">What the file holds.</param>
    /// <param name="path">A dense table, a list, or a sparse matrix.</param>
    /// <param name="distances">For neighbours as a table of indices: the file of their distances.</param>
    /// <param name="form">For affinities: what the objective compares.</param>
    /// <param name="warnings">Receives what is odd about the file.</param>
    /// <exception cref="InvalidDataException">The file does not hold that.</exception>
    public static EmbeddingInput Read(Precomputed kind, string path, string? distances, AffinityForm form, List<FitWarning> warnings)
    {
        try
        {
            return kind switch
            {
                Precomputed.Distances => Distances(path),
                Precomputed.Affinities => Weights(path, form, warnings),
                _ => Neighbors(path, distances, warnings),
            };
        }
        catch (ArgumentException exception)
        {
            throw new InvalidDataException($"{path}: {Failure.Message(exception)}", exception);
        }
    }

    private static DistanceMatrix Distances(string path)
    {
        using DataFile file = DataFile.Open(path);
        bool isList = file.Kind == FileKind.Npy && NpyFormat.DimensionsOf(file) == 1;
        Matrix table = isList ? NpyFormat.ReadColumn(file) : Matrix.Read(file);
        if (table.Rows != table.Columns && Math.Min(table.Rows, table.Columns) == 1)
        {
            float[] values = [.. Enumerable.Range(0, (int)table.Count).Select(at => table[at / table.Columns, at % table.Columns])];
            return DistanceMatrix.FromCondensed(values);
        }

        return DistanceMatrix.FromSquare(table);
    }

    private static Affinities Weights(string path, AffinityForm form, List<FitWarning> warnings)
    {
        SparseMatrix weights = Sparse(path) ?? SparseMatrix.From(Matrix.Read(path));
        Affinities affinities = Affinities.From(weights, form);
        double unequal = GivenAffinities.IsMutual(form) ? GivenAffinities.OneSided(weights) : 0;
        if (unequal > LargestRounding)
        {
            warnings.Add(new("D118", $"The affinities of a pair differ by its direction, together by {unequal:P1} of all; the mean of both directions is used."));
        }

        return affinities;
    }

    private static NeighborGraph Neighbors(string path, string? distances, List<FitWarning> warnings)
    {
        if (Sparse(path) is { } sparse)
        {
            return FromSparse(sparse, path, warnings);
        }

        if (distances is null)
        {
            throw new InvalidDataException($"{path}: this is a table of indices, which needs a table of their distances: add --distances FILE, or give a sparse matrix of distances.");
        }

        Matrix indices = Matrix.Read(path);
        Matrix lengths = Matrix.Read(distances);
        if (indices.Rows != lengths.Rows || indices.Columns != lengths.Columns)
        {
            throw new InvalidDataException(
                $"{distances}: it has {lengths.Rows} rows of {lengths.Columns} distances, but {path} has {indices.Rows} rows of {indices.Columns} neighbours. Both must have one shape.");
        }

        int[] whole = new int[indices.Count];
        for (int at = 0; at < whole.Length; at++)
        {
            float index = indices[at / indices.Columns, at % indices.Columns];
            whole[at] = index == Math.Floor(index) && Math.Abs(index) < 1 << 24 ? (int)index : throw new InvalidDataException(
                $"{path}: row {at / indices.Columns}, column {at % indices.Columns} (both counted from 0) is {index}; it must be the number of a point, from 0.");
        }

        return NeighborGraph.From(whole, lengths);
    }

    /// <summary>Stored entries are distances, also those that are 0; of rows of different lengths the shortest says how many are used.</summary>
    private static NeighborGraph FromSparse(SparseMatrix sparse, string path, List<FitWarning> warnings)
    {
        int[] lengths = [.. Enumerable.Range(0, sparse.Rows).Select(i => sparse.RowColumns(i).Length - (sparse.RowColumns(i).Contains(i) ? 1 : 0))];
        int least = lengths.Min();
        if (least == 0 || sparse.Rows != sparse.Columns)
        {
            string fault = least == 0 ? $"row {Array.IndexOf(lengths, 0)} (counted from 0) has no neighbours" : $"there are {sparse.Rows} rows of {sparse.Columns} columns";
            throw new InvalidDataException($"{path}: {fault}; neighbours are a square sparse matrix of distances with at least 1 in each row.");
        }

        if (lengths.Max() > least)
        {
            warnings.Add(new("D117", $"The points have {least} to {lengths.Max()} neighbours; the {least} nearest of each are used."));
        }

        int[] neighbors = new int[sparse.Rows * least];
        Matrix distances = Matrix.Create(sparse.Rows, least, (i, row) =>
        {
            int[] columns = sparse.RowColumns(i).ToArray();
            float[] values = sparse.RowValues(i).ToArray();
            int[] nearest = [.. Enumerable.Range(0, columns.Length).Where(at => columns[at] != i).OrderBy(at => values[at]).ThenBy(at => columns[at]).Take(least)];
            for (int k = 0; k < least; k++)
            {
                neighbors[(i * least) + k] = columns[nearest[k]];
                row[k] = values[nearest[k]];
            }
        });
        return NeighborGraph.From(neighbors, distances);
    }

    private static SparseMatrix? Sparse(string path)
    {
        using DataFile file = DataFile.Open(path);
        return SparseTable.TryRead(file)?.Features;
    }
}
