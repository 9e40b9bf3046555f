using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Vicinity;

/// <summary>
/// Free-space convolutions in two or three dimensions: a real grid of at most M/2 cells along every axis, put into M, is transformed,
/// multiplied by a real even factor and transformed back.
/// </summary>
internal sealed unsafe class MeshConvolution : IMeshConvolution
{
    private const int Element = 32;

    private readonly FourierPlan<float> plan;
    private readonly RealColumns columns;
    private readonly PinnedBuffer<float> spectrum;
    private readonly ScratchPool scratch;
    private readonly int side;
    private readonly int planes;
    private readonly nint planeSize;                // of one plane of one band of the spectrum
    private double[] sums = [];

    /// <param name="side">M, of <see cref="FourierSizes"/>.</param>
    /// <param name="dimensions">2 or 3.</param>
    public MeshConvolution(int side, int dimensions)
    {
        this.side = side;
        planes = dimensions == 3 ? side / 2 : 1;
        plan = new(side);
        columns = new(plan);
        Stride = ColumnBlocks(side / 2) * RealColumns.Width;
        planeSize = (nint)Stride * Element;
        spectrum = new(checked((int)(columns.Bands * planes * planeSize)));
        int cube = dimensions == 3 ? planes * side * Element : 0;
        scratch = new(columns.Scratch + cube);
    }

    public int Stride { get; }

    public int GridLength => Stride * (side / 2) * planes;

    public double Run(float* charges, int used, float* factor, float* potential, int threads)
    {
        int wanted = planes == 1 ? 1 : used;
        int rows = side / 2 * Stride;
        int all = ColumnBlocks(side / 2);
        int some = ColumnBlocks(used);
        Parallel(planes * all, threads, (item, work) =>
        {
            nint column = item % all * RealColumns.Width;
            float* to = spectrum.Pointer + (item / all * planeSize) + (column * Element);
            columns.Forward(charges + ((nint)(item / all) * rows) + column, Stride, to, planes * planeSize, work.Pointer);
        });
        Parallel(columns.Bands, threads, (band, work) =>
        {
            if (planes == 1)
            {
                FilterPlane(band, factor, work.Pointer);
            }
            else
            {
                FilterSpace(band, factor, work.Pointer);
            }
        });
        Array.Resize(ref sums, wanted * some);
        Parallel(wanted * some, threads, (item, work) =>
        {
            nint column = item % some * RealColumns.Width;
            nint place = ((nint)(item / some) * rows) + column;
            float* from = spectrum.Pointer + (item / some * planeSize) + (column * Element);
            columns.Inverse(from, planes * planeSize, potential + place, Stride, work.Pointer);
            sums[item] = Product(charges + place, potential + place, used);
        });
        spectrum.KeepAlive();
        return sums.Sum();
    }

    private void Parallel(int count, int threads, Action<int, PinnedBuffer<float>> work) => Blocks.Run(count, 1, threads, (_, item, _) =>
    {
        PinnedBuffer<float> room = scratch.Take();
        work(item, room);
        scratch.Return(room);
    });

    private static int ColumnBlocks(int count) => (count + RealColumns.Width - 1) / RealColumns.Width;

    private void FilterPlane(int band, float* factor, float* work)
    {
        float* x = work;
        float* y = work + (side * Element);
        float* row = spectrum.Pointer + (band * planeSize);
        float* begun = plan.BeginHalf(row, Element, Lanes.Count, x, y);
        float* done = begun == x ? y : x;
        plan.FinishTimes(begun, done, factor + ((nint)band * Frequencies * Lanes.Count));
        plan.InverseHalf(done, begun, row, Element, Lanes.Count);
    }

    /// <summary>Along x for every plane, along z for every frequency of x, and back.</summary>
    private void FilterSpace(int band, float* factor, float* work)
    {
        float* x = work;
        float* y = x + (side * Element);
        float* cube = work + columns.Scratch;
        nint layer = (nint)side * Element;
        float* rows = spectrum.Pointer + (band * planes * planeSize);
        for (int z = 0; z < planes; z++)
        {
            float* begun = plan.BeginHalf(rows + (z * planeSize), Element, Lanes.Count, x, y);
            plan.Finish(begun, cube + (z * layer));
        }

        for (int k = 0; k < side; k++)
        {
            float* line = cube + ((nint)k * Element);
            float* begun = plan.BeginHalf(line, layer, Lanes.Count, x, y);
            float* done = begun == x ? y : x;
            int row = (band * Frequencies) + Math.Min(k, side - k);
            plan.FinishTimes(begun, done, factor + ((nint)row * Frequencies * Lanes.Count));
            plan.InverseHalf(done, begun, line, layer, Lanes.Count);
        }

        for (int z = 0; z < planes; z++)
        {
            plan.InverseHalf(cube + (z * layer), x, rows + (z * planeSize), Element, Lanes.Count);
        }
    }

    private int Frequencies => (side / 2) + 1;

    [MethodImpl(HotLoop.Alone)]
    private double Product(float* a, float* b, int rows)
    {
        Vector512<double> sum = Vector512<double>.Zero;
        for (int row = 0; row < rows; row++, a += Stride, b += Stride)
        {
            Vector512<float> both = Vector512.FusedMultiplyAdd(
                Vector512.Load(a), Vector512.Load(b), Vector512.Load(a + Lanes.Count) * Vector512.Load(b + Lanes.Count));
            (Vector512<double> low, Vector512<double> high) = Vector512.Widen(both);
            sum += low + high;
        }

        Vector256<double> four = sum.GetLower() + sum.GetUpper();
        Vector128<double> two = four.GetLower() + four.GetUpper();
        return two.GetElement(0) + two.GetElement(1);
    }
}
