using System.Globalization;

namespace Vicinity.Bench;

/// <summary>What studies of gradients run on: the rows of a file, their P at perplexity 30 in the form that a fit has it, their start.</summary>
internal sealed record StudyData(Matrix Rows, Affinities Affinities)
{
    private const double Perplexity = 30;

    /// <param name="file">An npy, csv or IDX.</param>
    /// <param name="limit">The first rows to take; 0 for all.</param>
    public static StudyData Read(string file, int limit = 0)
    {
        Matrix all = Matrix.Read(file);
        Matrix rows = limit > 0 && limit < all.Rows ? Matrix.Create(limit, all.Columns, (i, row) => all.Row(i).CopyTo(row)) : all;
        NeighborGraph graph = ((RowSpace)rows).GraphInAnyOrder((int)(3 * Perplexity), NeighborMethod.Auto, Environment.ProcessorCount, default);
        return new(rows, Affinities.FromPerplexity(graph, Perplexity));
    }

    /// <summary>Reads FILE [--limit N] from the words of a command.</summary>
    public static StudyData Read(string[] words) =>
        Read(words[0], Array.IndexOf(words, "--limit") is >= 0 and var at ? int.Parse(words[at + 1], CultureInfo.InvariantCulture) : 0);

    public Matrix Start(int dimensions) => Vicinity.Start.Pca.Build(new(Rows.Rows, dimensions, 0, Environment.ProcessorCount) { Data = Rows });
}
