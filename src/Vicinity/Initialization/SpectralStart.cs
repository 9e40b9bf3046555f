namespace Vicinity;

/// <summary>Laplacian eigenmap: the top eigenvectors of D^-1 W after the constant, W = P + P^T, D its row sums.</summary>
/// <remarks>They are D^-1/2 v for the eigenvectors v of the symmetric D^-1/2 W D^-1/2, whose first one, D^1/2 1, is known and taken out.</remarks>
internal sealed class SpectralStart() : Start("spectral")
{
    /// <summary>An eigenvalue this near to 1 belongs to a graph in pieces.</summary>
    private const double Disconnected = 1e-6;

    internal override Matrix Build(StartInput input)
    {
        Affinities affinities = input.Affinities ?? throw new ArgumentException(
            $"The start {Name} is made from affinities, but there is only data. Build them first, or use the start {Pca}.", nameof(input));
        MutualWeights weights = new(affinities, input.Threads);
        double[] roots = Array.ConvertAll(weights.Degrees, Math.Sqrt);
        KrylovEigenvectors found = KrylovEigenvectors.Find(input.Count, input.Dimensions, [roots], (x, result) =>
        {
            weights.Multiply(Divide(x, roots), result);
            Divide(result, roots).CopyTo(result, 0);
        });
        if (found.Values.Length > 0 && found.Values[0] > 1 - Disconnected)
        {
            input.Warnings?.Add(new("D111", "The graph of the affinities is in pieces, and the spectral start puts each piece on a spot of its own. Use more neighbours, or another start."));
        }

        double[][] scores = [.. found.Vectors.Select(vector => Centered(Divide(vector, roots)))];
        Array.ForEach(scores, EigenvectorSign.Fix);
        return StartScores.Finish(scores, isScaled: true, input);
    }

    private static double[] Divide(double[] x, double[] roots) => [.. x.Zip(roots, (value, root) => root > 0 ? value / root : 0)];

    private static double[] Centered(double[] vector)
    {
        double mean = vector.Average();
        return Array.ConvertAll(vector, value => value - mean);
    }
}
