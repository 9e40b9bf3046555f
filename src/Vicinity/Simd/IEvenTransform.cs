namespace Vicinity;

/// <summary>The transform in double of a function that is even along every axis and the same for every order of the axes.</summary>
internal interface IEvenTransform
{
    /// <summary>Numbers in samples and in a factor.</summary>
    int Length { get; }

    /// <summary>Where the number of place (i, j, k) stands; places that an axis does not have are 0.</summary>
    int Place(int i, int j, int k);

    /// <summary>Turns samples into the factor of a convolution: their transform, divided by a window per axis and by its largest value.</summary>
    /// <param name="samples">Values at places 0 ... M/2 of every axis; they do not survive.</param>
    /// <param name="window">What every frequency 0 ... M/2 of an axis is divided by.</param>
    /// <param name="factor">Receives it; its frequency zero is 0.</param>
    /// <param name="threads">Cores to use.</param>
    /// <returns>The mean of the function, and the largest value, which the factor was divided by.</returns>
    (double Mean, double Size) Run(PinnedBuffer<double> samples, double[] window, PinnedBuffer<float> factor, int threads);
}
