namespace Vicinity;

/// <summary>What the rows of one scale share; the lane forms are padded to a multiple of sixteen.</summary>
/// <param name="precision">beta of the scale.</param>
/// <param name="count">n.</param>
internal sealed class ScaleState(float precision, int count)
{
    /// <summary>beta.</summary>
    public float Precision => precision;

    /// <summary>ln sum_j w_ij of every row.</summary>
    public double[] RowLogarithms { get; } = new double[count];

    /// <summary>sum_j h_ij q_ij of this scale / q_ij, of every row.</summary>
    public double[] RowPulls { get; } = new double[count];

    /// <summary>ln S_i; pair-wise ln S; 0 if nothing is normalised.</summary>
    public float[] Logarithms { get; } = new float[Coordinates.PaddedLength(count)];

    /// <summary><see cref="RowPulls"/>; pair-wise the sum over all rows; 0 if nothing is normalised.</summary>
    public float[] PullSums { get; } = new float[Coordinates.PaddedLength(count)];
}
