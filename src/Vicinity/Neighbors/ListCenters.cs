using System.Runtime.InteropServices;

namespace Vicinity;

/// <summary>Centers of k-means lists, packed as rows for <see cref="DistanceTile"/>.</summary>
/// <remarks>Lloyd's iterations on a seeded sample of the centered data; a center that loses its points stays where it is, and its list empty.</remarks>
internal sealed unsafe class ListCenters : IDisposable
{
    private const int SamplesPerList = 100;
    private const int MostSamples = 1 << 17;
    private const int Iterations = 6;
    private const int BlockPoints = 512;
    private const int BlockLists = 4;
    private readonly float* rows;
    private readonly float* starts;
    private readonly float* noThresholds;
    private readonly float[] centers;

    private ListCenters(int count, int depth)
    {
        Count = count;
        Depth = depth;
        Panels = Blocks.Count(count, DistanceTile.Rows);
        centers = new float[count * depth];
        nuint padded = (nuint)(Panels * DistanceTile.Rows);
        rows = (float*)NativeMemory.AlignedAlloc(padded * (nuint)depth * sizeof(float), 64);
        starts = (float*)NativeMemory.AlignedAlloc(padded * (nuint)DistanceTile.Columns * sizeof(float), 64);
        noThresholds = (float*)NativeMemory.AlignedAlloc(padded * sizeof(float), 64);
        new Span<float>(noThresholds, (int)padded).Fill(float.NegativeInfinity);
    }

    /// <summary>Number of lists.</summary>
    public int Count { get; }

    public int Depth { get; }

    /// <summary>Row panels of the packed centers.</summary>
    public int Panels { get; }

    /// <summary>One center, in centered units.</summary>
    public ReadOnlySpan<float> Center(int list) => centers.AsSpan(list * Depth, Depth);

    /// <summary>Finds the centers.</summary>
    public static ListCenters Of(Matrix data, Centering centering, int count, int threads, CancellationToken cancellation)
    {
        ListCenters result = new(count, data.Columns);
        try
        {
            Matrix sample = Sample(data, centering, Math.Min(MostSamples, count * SamplesPerList));
            for (int list = 0; list < count; list++)
            {
                sample.Row((int)((long)list * sample.Rows / count)).CopyTo(result.centers.AsSpan(list * result.Depth));
            }

            result.Pack();
            for (int iteration = 0; iteration < Iterations; iteration++)
            {
                result.Move(sample, threads, cancellation);
            }

            result.Arrange();
            return result;
        }
        catch
        {
            result.Dispose();
            throw;
        }
    }

    /// <summary>Values of one panel of columns for all lists: |c|^2 / 2 - c x; one row of <see cref="DistanceTile.Columns"/> floats per list.</summary>
    /// <param name="columns">Packed points, [d][DistanceTile.Columns].</param>
    /// <param name="values">Room for <see cref="Panels"/> tiles.</param>
    /// <param name="hits">Room for a byte per row panel; of no meaning afterwards.</param>
    public void Measure(float* columns, float* values, byte* hits) =>
        TileSteps.Accumulate(rows, Panels, Depth, columns, starts, DistanceTile.Columns, values, noThresholds, hits);

    public void Dispose()
    {
        NativeMemory.AlignedFree(rows);
        NativeMemory.AlignedFree(starts);
        NativeMemory.AlignedFree(noThresholds);
    }

    private static Matrix Sample(Matrix data, Centering centering, int wanted)
    {
        int[] chosen = RandomRows.Choose(data.Rows, wanted, seed: 0);
        SeededRandom random = new(1);
        for (int i = chosen.Length - 1; i > 0; i--)
        {
            int other = random.NextInt(i + 1);
            (chosen[i], chosen[other]) = (chosen[other], chosen[i]);
        }

        return Matrix.Create(chosen.Length, data.Columns, (i, row) =>
        {
            ReadOnlySpan<float> from = data.Row(chosen[i]);
            for (int d = 0; d < row.Length; d++)
            {
                row[d] = centering.Apply(from[d], d);
            }
        });
    }

    /// <summary>One of Lloyd's iterations: every point to its nearest center, every center to the mean of its points.</summary>
    private void Move(Matrix sample, int threads, CancellationToken cancellation)
    {
        int[] lists = new int[sample.Rows];
        Blocks.Run(sample.Rows, BlockPoints, threads, (_, first, end) => Assign(sample, first, end, lists), cancellation);
        int[] order = CountingSort.Order(lists, Count, out int[] ends);
        Blocks.Run(Count, BlockLists, threads, (_, first, end) =>
        {
            for (int list = first; list < end; list++)
            {
                ToMean(list, sample, order.AsSpan(list == 0 ? 0 : ends[list - 1], ends[list] - (list == 0 ? 0 : ends[list - 1])));
            }
        }, cancellation);
        Pack();
    }

    private void Assign(Matrix sample, int first, int end, int[] lists)
    {
        using ListFinder finder = new(this);
        float* least = stackalloc float[DistanceTile.Columns];
        int* nearest = stackalloc int[DistanceTile.Columns];
        for (int i = first; i < end; i += DistanceTile.Columns)
        {
            int count = Math.Min(DistanceTile.Columns, end - i);
            finder.Find(sample, null, i, count, nearest, least);
            new ReadOnlySpan<int>(nearest, count).CopyTo(lists.AsSpan(i));
        }
    }

    private void ToMean(int list, Matrix sample, ReadOnlySpan<int> members)
    {
        if (members.IsEmpty)
        {
            return;
        }

        double[] sum = new double[Depth];
        foreach (int i in members)
        {
            ReadOnlySpan<float> row = sample.Row(i);
            for (int d = 0; d < sum.Length; d++)
            {
                sum[d] += row[d];
            }
        }

        for (int d = 0; d < sum.Length; d++)
        {
            centers[(list * Depth) + d] = (float)(sum[d] / members.Length);
        }
    }

    /// <summary>Numbers the lists so that near ones follow each other: their points are then near each other in every table that is in their order.</summary>
    private void Arrange()
    {
        float[] old = [.. centers];
        int[] order = CenterOrder.Of(old, Depth);
        for (int list = 0; list < Count; list++)
        {
            old.AsSpan(order[list] * Depth, Depth).CopyTo(centers.AsSpan(list * Depth));
        }

        Pack();
    }

    /// <summary>Negated centers as row panels, and |c|^2 / 2 as what their sums start from; +infinity behind the last.</summary>
    private void Pack()
    {
        int height = DistanceTile.Rows;
        for (int list = 0; list < Panels * height; list++)
        {
            double norm = 0;
            float* to = rows + ((nint)(list / height) * height * Depth) + (list % height);
            for (int d = 0; d < Depth; d++)
            {
                float value = list < Count ? centers[(list * Depth) + d] : 0;
                to[(nint)d * height] = -value;
                norm += (double)value * value;
            }

            new Span<float>(starts + ((nint)list * DistanceTile.Columns), DistanceTile.Columns).Fill(list < Count ? (float)(norm / 2) : float.PositiveInfinity);
        }
    }
}
