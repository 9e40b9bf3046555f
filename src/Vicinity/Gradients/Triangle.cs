namespace Vicinity;

/// <summary>
/// Visits every pair of points once. The rows are cut into strips by n alone, a front and a back one to a block, so that all blocks have
/// the same work; columns come in tiles that the first cache holds. What a row does to its columns is collected per block and added in
/// block order, so the bits do not depend on the threads.
/// </summary>
internal sealed class Triangle
{
    /// <summary>The most columns of a row at once.</summary>
    public const int TileColumns = 1024;

    private const int RowsPerBlock = 128;
    private const int MostBlocks = 32;
    private const int CollectBlock = 1024;

    private readonly int count;
    private readonly int stride;
    private readonly int threads;
    private readonly int blocks;
    private readonly PinnedBuffer<float>[] columns;
    private readonly PinnedBuffer<float>[] stages;

    /// <param name="count">n.</param>
    /// <param name="threads">Cores to use.</param>
    /// <param name="sums">The largest number of sums per column that will be asked for.</param>
    /// <param name="stretches">Numbers per column of a tile that the stages of a row leave to each other.</param>
    public Triangle(int count, int threads, int sums, int stretches)
    {
        this.count = count;
        this.threads = threads;
        stride = Coordinates.PaddedLength(count);
        blocks = Math.Clamp(count / RowsPerBlock, 1, MostBlocks);
        columns = new PinnedBuffer<float>[blocks];
        stages = new PinnedBuffer<float>[blocks];
        Sums = new RowForce[count];
        for (int b = 0; b < blocks; b++)
        {
            columns[b] = new(sums * stride);
            stages[b] = new(stretches * TileColumns);
        }
    }

    /// <summary>What each point got in the last run.</summary>
    public RowForce[] Sums { get; }

    /// <summary>Runs the work over all pairs; afterwards <see cref="Sums"/> holds rows and columns together.</summary>
    /// <param name="forces">Number of dimensions that the work adds to the columns' forces.</param>
    /// <param name="moments">Number of dimensions that it adds, behind these, to the columns' forces of the second term.</param>
    /// <param name="work">What is done with a row of a tile.</param>
    public void Run(int forces, int moments, TileWork work) => Run(forces + moments, work, (stream, j, value) =>
        Sums[j].Add(stream >= forces, stream >= forces ? stream - forces : stream, value));

    /// <summary>Runs the work over all pairs, and then hands over what the columns got.</summary>
    /// <param name="streams">Number of sums of a column.</param>
    /// <param name="work">What is done with a row of a tile.</param>
    /// <param name="collect">Takes a sum, a column and what the rows left there.</param>
    public void Run(int streams, TileWork work, Action<int, int, float> collect)
    {
        Blocks.Run(blocks, 1, threads, (b, _, _) =>
        {
            TileRoom room = new(columns[b].Span, stages[b].Span);
            room.Columns[..(streams * stride)].Clear();
            RunStrip(b, room, work);
            RunStrip((2 * blocks) - 1 - b, room, work);
        });

        if (streams > 0)
        {
            Blocks.Run(stride / Lanes.Count, CollectBlock / Lanes.Count, threads, (_, first, end) =>
                Collect(streams, first * Lanes.Count, end * Lanes.Count, collect));
        }
    }

    private void RunStrip(int strip, TileRoom room, TileWork work)
    {
        int begin = (int)((long)strip * count / (2 * blocks));
        int end = (int)((long)(strip + 1) * count / (2 * blocks));
        Sums.AsSpan(begin, end - begin).Clear();
        for (int tile = begin & -Lanes.Count; tile < stride; tile += TileColumns)
        {
            int tileEnd = Math.Min(stride, tile + TileColumns);
            for (int i = begin; i < Math.Min(end, tileEnd); i++)
            {
                work(new(i, Math.Max(tile, i & -Lanes.Count), tileEnd), room, ref Sums[i]);
            }
        }
    }

    private void Collect(int streams, int first, int end, Action<int, int, float> collect)
    {
        Span<float> sixteen = stackalloc float[Lanes.Count];
        for (int stream = 0; stream < streams; stream++)
        {
            for (int j = first; j < end; j += Lanes.Count)
            {
                Lanes sum = Lanes.Zero;
                foreach (PinnedBuffer<float> block in columns)
                {
                    sum += Lanes.Load(block.Span.Slice((stream * stride) + j, Lanes.Count));
                }

                sum.Store(sixteen);
                for (int lane = 0; lane < Math.Min(Lanes.Count, count - j); lane++)
                {
                    collect(stream, j + lane, sixteen[lane]);
                }
            }
        }
    }
}
