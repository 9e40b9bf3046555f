namespace Vicinity;

/// <summary>The distance of two sparse rows, by walking along their entries side by side.</summary>
internal static class SparsePair
{
    /// <param name="metric">Not cosine.</param>
    /// <param name="x">Holds one row; without stored zeros.</param>
    /// <param name="i">Which.</param>
    /// <param name="y">Holds the other, of as many columns.</param>
    /// <param name="j">Which.</param>
    public static double Distance(Metric metric, SparseMatrix x, int i, SparseMatrix y, int j) => metric.Kind switch
    {
        MetricKind.Euclidean => Of<SparseEuclidean>(x, i, y, j),
        MetricKind.Manhattan => Of<SparseManhattan>(x, i, y, j),
        MetricKind.Hamming => Of<SparseHamming>(x, i, y, j),
        MetricKind.Jaccard => Of<SparseJaccard>(x, i, y, j),
        MetricKind.Chebyshev => Chebyshev(x, i, y, j),
        MetricKind.Correlation => RowMoments.Of(x.RowValues(i), x.Columns).Chord(
            RowMoments.Of(y.RowValues(j), x.Columns), Shared<SparseEuclidean>(x, i, y, j), x.Columns),
        _ => metric.Distance(WrittenOut(x, i), WrittenOut(y, j)),
    };

    /// <summary>max |x - y|.</summary>
    public static double Chebyshev(SparseMatrix x, int i, SparseMatrix y, int j)
    {
        ReadOnlySpan<int> here = x.RowColumns(i);
        ReadOnlySpan<int> there = y.RowColumns(j);
        ReadOnlySpan<float> a = x.RowValues(i);
        ReadOnlySpan<float> b = y.RowValues(j);
        double most = 0;
        for (int p = 0, q = 0; p < here.Length || q < there.Length;)
        {
            int column = Math.Min(p < here.Length ? here[p] : int.MaxValue, q < there.Length ? there[q] : int.MaxValue);
            double left = p < here.Length && here[p] == column ? a[p++] : 0;
            double right = q < there.Length && there[q] == column ? b[q++] : 0;
            most = Math.Max(most, Math.Abs(left - right));
        }

        return most;
    }

    private static double Of<TTerm>(SparseMatrix x, int i, SparseMatrix y, int j)
        where TTerm : struct, ISparseTerm
    {
        TTerm term = default;
        return term.Finish(Shared<TTerm>(x, i, y, j), term.Own(x.RowValues(i)), term.Own(y.RowValues(j)), x.Columns);
    }

    /// <summary>The sum over the columns that both have, ascending.</summary>
    private static double Shared<TTerm>(SparseMatrix x, int i, SparseMatrix y, int j)
        where TTerm : struct, ISparseTerm
    {
        TTerm term = default;
        ReadOnlySpan<int> here = x.RowColumns(i);
        ReadOnlySpan<int> there = y.RowColumns(j);
        ReadOnlySpan<float> a = x.RowValues(i);
        ReadOnlySpan<float> b = y.RowValues(j);
        double sum = 0;
        for (int p = 0, q = 0; p < here.Length && q < there.Length;)
        {
            sum += here[p] == there[q] ? term.Both(a[p], b[q]) : 0;
            (p, q) = (here[p] <= there[q] ? p + 1 : p, there[q] <= here[p] ? q + 1 : q);
        }

        return sum;
    }

    private static float[] WrittenOut(SparseMatrix from, int row)
    {
        float[] values = new float[from.Columns];
        for (int k = 0; k < from.RowColumns(row).Length; k++)
        {
            values[from.RowColumns(row)[k]] = from.RowValues(row)[k];
        }

        return values;
    }
}
