namespace Vicinity;

/// <summary>A few points that have no charge on a grid: what they get from all others, and all others from them, is summed one by one.</summary>
internal sealed unsafe class LonePoints<TKernel, TDimensions>(TKernel kernel, OrderedPoints points, int threads)
    where TKernel : struct, IKernel
    where TDimensions : struct, IDimensions
{
    /// <summary>More of them would cost more than the grid.</summary>
    public const int Most = 256;

    private readonly PinnedBuffer<float> axes = new(default(TDimensions).Count * Most);
    private readonly PinnedBuffer<float> charges = new(Most);
    private readonly RowForce[] sums = new RowForce[Most];

    /// <summary>Their places, ascending.</summary>
    public int[] Places { get; private set; } = [];

    /// <summary>Takes other points, and sums over all others for each of them.</summary>
    /// <param name="places">Their places, ascending; at most <see cref="Most"/>.</param>
    /// <param name="allCharges">c of all points; null for 1.</param>
    public void Take(int[] places, float* allCharges)
    {
        Places = places;
        for (int k = 0; k < places.Length; k++)
        {
            charges.Pointer[k] = allCharges == null ? 1 : allCharges[places[k]];
            for (int d = 0; d < default(TDimensions).Count; d++)
            {
                axes.Pointer[(d * Most) + k] = points.Axes.Pointer[(d * points.Length) + places[k]];
            }
        }

        Blocks.Run(places.Length, 1, threads, (_, k, _) =>
            sums[k] = DirectSum<TKernel, TDimensions>.OverOthers(kernel, points, allCharges, places[k]));
    }

    /// <summary>sum_j c_j w_ij and sum_j c_j psi_ij w_ij (y_i - y_j) over them; over all other points if i is one of them.</summary>
    public RowForce Of(int i, out bool isLone)
    {
        int own = Places.Length == 0 ? -1 : Array.BinarySearch(Places, i);
        isLone = own >= 0;
        return isLone ? sums[own]
            : Places.Length == 0 ? default
            : Among(points.Axes.Pointer + i, points.Length, -1);
    }

    /// <summary>The weights of all ordered pairs with at least one of them.</summary>
    public double Weights()
    {
        double weights = 0;
        for (int k = 0; k < Places.Length; k++)
        {
            weights += (2 * sums[k].Weight) - Among(axes.Pointer + k, Most, k).Weight;
        }

        return weights;
    }

    private RowForce Among(float* at, nint length, int self) =>
        DirectSum<TKernel, TDimensions>.Of(kernel, axes.Pointer, Most, Places.Length, charges.Pointer, at, length, self);
}
