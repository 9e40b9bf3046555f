namespace Vicinity;

/// <summary>r = sum |x| + sum |y| + sum over shared columns of |x - y| - |x| - |y|.</summary>
internal readonly struct SparseManhattan : ISparseTerm
{
    public double Own(ReadOnlySpan<float> row)
    {
        double sum = 0;
        foreach (float value in row)
        {
            sum += Math.Abs((double)value);
        }

        return sum;
    }

    public double Both(float x, float y) => Math.Abs((double)x - y) - Math.Abs((double)x) - Math.Abs((double)y);

    public double Finish(double both, double x, double y, int columns) => Math.Max(0, x + y + both);
}
