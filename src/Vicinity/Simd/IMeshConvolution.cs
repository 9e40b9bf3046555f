namespace Vicinity;

/// <summary>Free-space convolutions of a real grid of at most M/2 places along every axis with an even kernel.</summary>
internal unsafe interface IMeshConvolution
{
    /// <summary>Way from one row of a grid to the next; all of it is read, M/2 rows in a plane and, in three dimensions, M/2 planes.</summary>
    int Stride { get; }

    /// <summary>Numbers in a grid.</summary>
    int GridLength { get; }

    /// <summary>Writes the convolution of the charges with the factor's kernel; returns the sum of charge x potential.</summary>
    /// <param name="charges">Grid; zero outside the first <paramref name="used"/> places of every axis.</param>
    /// <param name="used">Places along every axis that hold charges and where the potential is wanted, at most M/2.</param>
    /// <param name="factor">The kernel's transform, by <see cref="IEvenTransform"/>.</param>
    /// <param name="potential">Grid.</param>
    /// <param name="threads">Cores to use.</param>
    double Run(float* charges, int used, float* factor, float* potential, int threads);
}
