namespace Vicinity;

/// <summary>The repulsive part of a gradient, 2 sum_j (c_i / S_i + c_j / S_j) psi_ij w_ij (y_j - y_i), and the normalisers S.</summary>
/// <remarks>c_i is the mass of row i, and S_i = sum_j w_ij; pair-wise, c is the whole mass and S = sum_ij w_ij.</remarks>
internal unsafe interface IRepulsion
{
    /// <summary>ln S times the mass, pair-wise; point-wise the sum over the points.</summary>
    double LogNormalizer { get; }

    /// <summary>Sums for the points as they are.</summary>
    /// <returns>False if the method cannot tell the normalisers of this map; then nothing else may be asked.</returns>
    bool Prepare();

    /// <summary>Writes the repulsive part of the gradient of some points, one stretch of <paramref name="length"/> numbers per dimension.</summary>
    void Slopes(int first, int end, float* slopes, int length);

    /// <summary>RMS error over RMS size of the sums of forces at a seeded sample of points.</summary>
    double SampledError(int size);

    /// <summary>Measures the sums, and makes the next ones finer or coarser if their error asks for it.</summary>
    /// <returns>True if they will be others, so that they have to be prepared again.</returns>
    bool Adapt() => false;

    /// <summary>Leaves or takes back what <see cref="Adapt"/> has learned.</summary>
    void Exchange(StateStore store)
    {
    }
}
