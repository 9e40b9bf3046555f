namespace Vicinity;

/// <summary>Principal component scores, in units of the data or with a first column of standard deviation 1e-4; the aspect is kept.</summary>
internal sealed class PcaStart(string name, bool isScaled) : Start(name)
{
    internal override Matrix Build(StartInput input) => StartScores.Finish(Scores(Name, input), isScaled, input);

    /// <summary>One array per component.</summary>
    public static double[][] Scores(string start, StartInput input)
    {
        if (input.Sparse is { } sparse)
        {
            return SparseComponents.Build(sparse, input.Dimensions, input.Threads).Scores;
        }

        Matrix data = input.RequireData(start);
        double[,] scores = PrincipalComponents.Build(data, input.Dimensions, input.Threads).Scores(data, input.Threads);
        return [.. Enumerable.Range(0, input.Dimensions).Select(k => Enumerable.Range(0, data.Rows).Select(i => scores[i, k]).ToArray())];
    }
}
