namespace Vicinity;

/// <summary>A map beside one of data without structure (D301): the columns of the data, each shuffled for itself.</summary>
internal static class NullComparison
{
    private const double LeastOfNoise = 0.01;
    private const double NoBetter = 1.3;
    private const double Better = 1.4;

    /// <summary>A map that keeps this much is right even if there is no structure to see, as for points spread evenly in few dimensions.</summary>
    private const double Right = 0.5;

    /// <summary>From here on it is at most half wrong, and a warning is enough.</summary>
    private const double HalfRight = 0.4;

    /// <param name="structure">The peak of R_NX of the map.</param>
    /// <param name="ofNoise">That of a map of the shuffled data.</param>
    public static FitWarning? Find(double structure, double ofNoise)
    {
        double ratio = structure / Math.Max(ofNoise, LeastOfNoise);
        return ratio >= Better || structure >= Right ? null : new("D301",
            $"The map keeps {Math.Max(0, structure):0%} of the neighbours beyond chance, {Math.Max(0, ratio):0.0} times as many as one of shuffled columns: "
            + (ratio >= NoBetter ? "there is little to see. Interpret with care." : "it is no better than noise. Do not interpret it."))
        {
            Severity = ratio >= NoBetter || structure >= HalfRight ? Severity.Warning : Severity.Error,
            Number = ratio,
            Threshold = Better,
        };
    }

    /// <summary>The same for sparse rows: the entries of a column go to other rows.</summary>
    public static SparseMatrix Shuffle(SparseMatrix points, int seed)
    {
        SeededRandom random = new(seed);
        SparseMatrix byColumns = points.Transpose();
        int[] order = [.. Enumerable.Range(0, points.Rows)];
        return SparseMatrix.Build(Math.Max(1, points.Rows), points.Columns, (d, rows, values) =>
        {
            int used = byColumns.RowColumns(d).Length;
            for (int k = 0; k < used; k++)
            {
                int j = k + random.NextInt(order.Length - k);
                (order[k], order[j]) = (order[j], order[k]);
            }

            int[] chosen = order[..used];
            float[] moved = byColumns.RowValues(d).ToArray();
            Array.Sort(chosen, moved);
            rows.AddRange(chosen);
            values.AddRange(moved);
        }).Transpose();
    }

    /// <summary>Every column in an order of its own: the same values, no structure.</summary>
    public static Matrix Shuffle(Matrix points, int seed)
    {
        float[] values = new float[points.Count];
        SeededRandom random = new(seed);
        for (int d = 0; d < points.Columns; d++)
        {
            for (int i = 0; i < points.Rows; i++)
            {
                int j = random.NextInt(i + 1);
                values[(i * points.Columns) + d] = values[(j * points.Columns) + d];
                values[(j * points.Columns) + d] = points[i, d];
            }
        }

        return Matrix.Wrap(values, points.Rows, points.Columns);
    }
}
