namespace Vicinity;

/// <summary>r d = columns of x + columns of y - 1 for each shared column, - 2 where its values are equal.</summary>
internal readonly struct SparseHamming : ISparseTerm
{
    public double Own(ReadOnlySpan<float> row) => row.Length;

    public double Both(float x, float y) => x == y ? -2 : -1;

    public double Finish(double both, double x, double y, int columns) => (x + y + both) / columns;
}
