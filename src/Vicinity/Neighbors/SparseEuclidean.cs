namespace Vicinity;

/// <summary>r^2 = |x|^2 + |y|^2 - 2 x y.</summary>
internal readonly struct SparseEuclidean : ISparseTerm
{
    public double Own(ReadOnlySpan<float> row)
    {
        double sum = 0;
        foreach (float value in row)
        {
            sum += (double)value * value;
        }

        return sum;
    }

    public double Both(float x, float y) => (double)x * y;

    public double Finish(double both, double x, double y, int columns) => Math.Sqrt(Math.Max(0, x + y - (2 * both)));
}
