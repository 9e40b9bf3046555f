namespace Vicinity;

/// <summary>Rows whose true neighbours are found by brute force: one sample says how far to search, another one how well that went.</summary>
internal sealed class RecallSample
{
    private const int Rows = 300;
    private const int BlockRows = 80;
    private const int FewestPerNeighbor = 4;
    private const double Margin = 0.1;
    private const double MostOfAll = 0.5;
    private readonly Matrix data;
    private readonly PointIndex index;
    private readonly int neighbors;
    private readonly int threads;
    private readonly CancellationToken cancellation;
    private readonly int[] planned;
    private readonly int[] tested;

    public RecallSample(Matrix data, PointIndex index, int neighbors, int threads, CancellationToken cancellation)
    {
        this.data = data;
        this.index = index;
        this.neighbors = neighbors;
        this.threads = threads;
        this.cancellation = cancellation;
        PointLists lists = index.Points.Lists;
        int[] filled = [.. lists.InBlocks(int.MaxValue).SelectMany(block => Enumerable.Range(block.First, block.Count))];
        int[] chosen = Array.ConvertAll(RandomRows.Choose(filled.Length, 2 * Rows, seed: 2), at => filled[at]);
        planned = [.. chosen.Where((_, at) => at % 2 == 0)];
        tested = [.. chosen.Where((_, at) => at % 2 == 1)];
    }

    /// <summary>How many points the nearest lists of a row must hold so that they hold the wanted share of true neighbours: a quantile over the first sample.</summary>
    /// <returns>All points, if those are more than half of them.</returns>
    public int Budget(double recall)
    {
        int[] needed = new int[planned.Length * neighbors];
        ForEachTruth(planned, (search, row, at, truth) =>
        {
            int[] held = search.PointsUpTo(row);
            for (int k = 0; k < neighbors; k++)
            {
                needed[(at * neighbors) + k] = held[index.Points.Lists.ListOf(truth[k])];
            }
        });
        Array.Sort(needed);
        double quantile = recall + (Margin * (1 - recall));
        int budget = Math.Max(FewestPerNeighbor * neighbors, needed[Math.Min(needed.Length - 1, (int)(quantile * needed.Length))]);
        return budget > MostOfAll * data.Rows ? data.Rows : budget;
    }

    /// <summary>The share of the true neighbours of the second sample that were found.</summary>
    /// <param name="found">A row per point.</param>
    /// <param name="places">Where the rows are places: of every point.</param>
    public double Recall(RowPieces<int> found, int[]? places)
    {
        int[] kept = new int[tested.Length];
        ForEachTruth(tested, (_, _, at, truth) =>
        {
            int point = index.Points.Lists.Point(tested[at]);
            HashSet<int> foundHere = [.. found.Row(places is null ? point : places[point])];
            kept[at] = truth.Count(other => foundHere.Contains(places is null ? other : places[other]));
        });
        return (double)kept.Sum() / ((long)tested.Length * neighbors);
    }

    /// <summary>Calls <paramref name="use"/>(search, row of its block, position in the sample, true neighbours) for all rows of a sample.</summary>
    private void ForEachTruth(int[] slots, Action<RowSearch, int, int, int[]> use)
    {
        int rows = Math.Min(BlockRows, RowSearch.RowsPerBlock(data.Columns, neighbors));
        Blocks.Run(slots.Length, rows, threads, (_, first, end) =>
        {
            using RowSearch search = new(data, index, neighbors);
            search.SearchAll(slots.AsSpan(first, end - first));
            float[] distances = new float[neighbors];
            for (int row = 0; row < end - first; row++)
            {
                int[] truth = new int[neighbors];
                search.Finish(row, truth, distances);
                use(search, row, first + row, truth);
            }
        }, cancellation);
    }
}
