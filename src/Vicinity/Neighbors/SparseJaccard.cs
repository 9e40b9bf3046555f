namespace Vicinity;

/// <summary>r = 1 - shared columns / all columns of x or y.</summary>
internal readonly struct SparseJaccard : ISparseTerm
{
    public double Own(ReadOnlySpan<float> row) => row.Length;

    public double Both(float x, float y) => 1;

    public double Finish(double both, double x, double y, int columns) => x + y > both ? 1 - (both / (x + y - both)) : 0;
}
