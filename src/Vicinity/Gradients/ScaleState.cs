namespace Vicinity;

/// <summary>What the rows of one scale share; the lane forms are padded to a multiple of sixteen.</summary>
/// <param name="precision">beta of the scale.</param>
/// <param name="count">n.</param>
internal sealed class ScaleState(float precision, int count)
{
    /// <summary>ln of the smallest S whose weights are summed in float.</summary>
    public const double SmallestLogarithm = -57;

    /// <summary>beta.</summary>
    public float Precision => precision;

    /// <summary>ln sum_j w_ij of every row.</summary>
    public double[] RowLogarithms { get; } = new double[count];

    /// <summary>What the last pass summed, of every row: w_ij, or h_ij q_ij of this scale / q_ij.</summary>
    public double[] RowSums { get; } = new double[count];

    /// <summary>ln S_i; pair-wise ln S; 0 if nothing is normalised.</summary>
    public float[] Logarithms { get; } = new float[Coordinates.PaddedLength(count)];

    /// <summary>1 / S_i; pair-wise 1 / S; 0 where that is too small for float, and 1 in the padding.</summary>
    public float[] Inverses { get; } = [.. Enumerable.Repeat(1f, Coordinates.PaddedLength(count))];

    /// <summary>sum_j h_ij q_ij of this scale / q_ij; pair-wise the sum over all rows; 0 if nothing is normalised.</summary>
    public float[] PullSums { get; } = new float[Coordinates.PaddedLength(count)];

    /// <summary>Hands ln S to the lanes.</summary>
    public void SetLogarithm(int i, double logarithm)
    {
        Logarithms[i] = double.IsNegativeInfinity(logarithm) ? 0 : (float)logarithm;
        Inverses[i] = logarithm > SmallestLogarithm ? (float)Math.Exp(-logarithm) : 0;
    }

    /// <summary>Hands a sum of pulls to the lanes.</summary>
    public void SetPullSum(int i, double sum) => PullSums[i] = (float)sum;
}
