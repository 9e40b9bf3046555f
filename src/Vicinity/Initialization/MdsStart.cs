namespace Vicinity;

/// <summary>Classical scaling: eigenvectors of B = -1/2 J R^2 J times the roots of their eigenvalues; of the data itself, its principal component scores.</summary>
internal sealed class MdsStart() : Start("mds")
{
    private const int BlockRows = 64;

    internal override Matrix Build(StartInput input) =>
        StartScores.Finish(input.Distances is { } distances ? Scores(distances, input) : PcaStart.Scores(Name, input), isScaled: false, input);

    private static double[][] Scores(Func<int, ReadOnlySpan<float>> distances, StartInput input)
    {
        KrylovEigenvectors found = KrylovEigenvectors.Find(input.Count, input.Dimensions, [], (x, result) => Multiply(distances, x, result, input.Threads));
        double[][] scores = [.. found.Vectors.Select((vector, k) => Array.ConvertAll(vector, value => value * Math.Sqrt(Math.Max(0, found.Values[k]))))];
        Array.ForEach(scores, EigenvectorSign.Fix);
        return scores;
    }

    /// <summary>B x, with J x = x - mean.</summary>
    private static void Multiply(Func<int, ReadOnlySpan<float>> distances, double[] x, double[] result, int threads)
    {
        double mean = x.Average();
        Blocks.Run(x.Length, BlockRows, threads, (_, first, end) =>
        {
            for (int i = first; i < end; i++)
            {
                ReadOnlySpan<float> row = distances(i);
                double sum = 0;
                for (int j = 0; j < x.Length; j++)
                {
                    sum += (double)row[j] * row[j] * (x[j] - mean);
                }

                result[i] = -sum / 2;
            }
        });

        double meanOfResult = result.Average();
        for (int i = 0; i < result.Length; i++)
        {
            result[i] -= meanOfResult;
        }
    }
}
