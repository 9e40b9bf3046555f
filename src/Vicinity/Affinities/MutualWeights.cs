namespace Vicinity;

/// <summary>P + P^T as an operator on vectors, in double; P is left as it is, and its transpose is made only if it differs.</summary>
internal sealed class MutualWeights
{
    private const int BlockRows = 128;

    private readonly Affinities affinities;
    private readonly SparseRows? transposed;
    private readonly int threads;

    public MutualWeights(Affinities affinities, int threads)
    {
        this.affinities = affinities;
        this.threads = threads;
        transposed = affinities.IsSymmetric ? null : affinities.Transposed();
        Degrees = new double[affinities.Count];
        double[] ones = new double[affinities.Count];
        Array.Fill(ones, 1);
        Multiply(ones, Degrees);
    }

    /// <summary>sum_j (p_ij + p_ji); length n.</summary>
    public double[] Degrees { get; }

    /// <summary>Writes (P + P^T) x.</summary>
    public void Multiply(double[] x, double[] result) => Blocks.Run(affinities.Count, BlockRows, threads, (_, first, end) =>
    {
        for (int i = first; i < end; i++)
        {
            double forward = Dot(affinities.Neighbors(i), affinities.Values(i), x);
            result[i] = forward + (transposed is null ? forward : Dot(transposed.RowColumns(i), transposed.RowValues(i), x));
        }
    });

    private static double Dot(ReadOnlySpan<int> columns, ReadOnlySpan<float> values, double[] x)
    {
        double sum = 0;
        for (int k = 0; k < columns.Length; k++)
        {
            sum += values[k] * x[columns[k]];
        }

        return sum;
    }
}
