namespace Vicinity;

/// <summary>B = 2 Laplacian(P + P^T) + mu I, the Hessian of the attraction A for the Gaussian kernel; P sparse or full.</summary>
/// <remarks>mu is 1e-10 times the smallest diagonal entry. Vladymyrov and Carreira-Perpinan (2012), section 4.</remarks>
internal sealed class AttractionMatrix
{
    private const double Regularization = 1e-10;

    private readonly MutualWeights? weights;

    /// <summary>The matrix of sparse or full affinities.</summary>
    public AttractionMatrix(Affinities affinities, int threads)
    {
        weights = new(affinities, threads);
        double smallest = weights.Degrees.Where(degree => degree > 0).DefaultIfEmpty(1).Min();
        Diagonal = Array.ConvertAll(weights.Degrees, degree => 2 * (degree > 0 ? degree + (Regularization * smallest) : smallest));
    }

    /// <summary>Equal weights 1 for all pairs, those of metric MDS: 4 n I on vectors that sum to zero, the matrix of SMACOF.</summary>
    public AttractionMatrix(int count)
    {
        Diagonal = new double[count];
        Array.Fill(Diagonal, 4.0 * count);
    }

    /// <summary>b_ii; length n.</summary>
    public double[] Diagonal { get; }

    /// <summary>Writes B x.</summary>
    public void Multiply(double[] x, double[] result)
    {
        weights?.Multiply(x, result);
        for (int i = 0; i < result.Length; i++)
        {
            result[i] = (Diagonal[i] * x[i]) - (weights is null ? 0 : 2 * result[i]);
        }
    }
}
