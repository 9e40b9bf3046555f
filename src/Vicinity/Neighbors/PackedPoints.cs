using System.Runtime.InteropServices;

namespace Vicinity;

/// <summary>All points, centered, in panels for <see cref="DistanceTile"/>, with what is known of the rounding errors of its sums.</summary>
/// <remarks>
/// A sum s of d fused steps is off by at most e (|y|^2 + |x|^2 / 2), e = (1 + 2^-24)^(d + 8) - 1. The sums start from |y|^2 / 2 - e |y|^2,
/// which makes them lower bounds of the true value, up to e |x|^2 / 2 per row; twice the slack e |y|^2 of y above them is the upper bound.
/// Points on a lattice coarse enough for 24 bits (whole numbers, mostly) have no rounding errors at all.
/// </remarks>
internal sealed unsafe class PackedPoints : IDisposable
{
    private const int BlockPoints = 256;
    private const int Alignment = 64;
    private const float Underflow = 1e-35f;
    private readonly float* columns;
    private readonly float* starts;

    private PackedPoints(PointLists lists, int depth)
    {
        Lists = lists;
        Depth = depth;
        nuint padded = (nuint)lists.Panels * (nuint)DistanceTile.Columns;
        Norms = new double[padded];
        columns = (float*)NativeMemory.AlignedAlloc(padded * (nuint)depth * sizeof(float), Alignment);
        starts = (float*)NativeMemory.AlignedAlloc(padded * sizeof(float), Alignment);
        Slacks = (float*)NativeMemory.AlignedAlloc(padded * sizeof(float), Alignment);
    }

    /// <summary>Which point is in which slot.</summary>
    public PointLists Lists { get; }

    public int Depth { get; }

    /// <summary>|x|^2 per slot, centered; 0 in padding.</summary>
    public double[] Norms { get; }

    /// <summary>The relative error of a sum of <see cref="Depth"/> fused steps.</summary>
    public double RelativeError => Math.Exp((Depth + 8) * Math.ScaleB(1, -24)) - 1;

    /// <summary>True if the sums have no rounding errors.</summary>
    public bool IsExact { get; private set; }

    /// <summary>e |x|^2 per slot, rounded up, in the units of the sums.</summary>
    public float* Slacks { get; }

    /// <summary>Packs a data set.</summary>
    public static PackedPoints Of(Matrix data, Centering centering, PointLists lists, int threads, CancellationToken cancellation)
    {
        var points = new PackedPoints(lists, data.Columns);
        try
        {
            points.Fill(data, centering, threads, cancellation);
            return points;
        }
        catch
        {
            points.Dispose();
            throw;
        }
    }

    /// <summary>What a panel's sums start from, one float per column; +infinity in padding.</summary>
    public float* Starts(int panel) => starts + ((nint)panel * DistanceTile.Columns);

    /// <summary>The points of a panel as [d][DistanceTile.Columns].</summary>
    public float* Columns(int panel) => columns + ((nint)panel * DistanceTile.Columns * Depth);

    public void Dispose()
    {
        NativeMemory.AlignedFree(columns);
        NativeMemory.AlignedFree(starts);
        NativeMemory.AlignedFree(Slacks);
    }

    private void Fill(Matrix data, Centering centering, int threads, CancellationToken cancellation)
    {
        Blocks.Run(Lists.Panels, BlockPoints / DistanceTile.Columns, threads, (_, first, end) => Pack(data, centering, first, end), cancellation);
        IsExact = FitsLattice(data, centering, Norms.Max(), threads, cancellation);
        SetBounds();
    }

    private void Pack(Matrix data, Centering centering, int firstPanel, int endPanel)
    {
        int width = DistanceTile.Columns;
        for (int i = firstPanel * width; i < endPanel * width; i++)
        {
            float* to = Columns(i / width) + (i % width);
            if (Lists.Point(i) is >= 0 and int point)
            {
                Norms[i] = Spread(data.Row(point), centering, to, width);
            }
            else
            {
                SpreadZeros(to, width);
            }
        }
    }

    private static double Spread(ReadOnlySpan<float> row, Centering centering, float* to, int width)
    {
        double norm = 0;
        for (int d = 0; d < row.Length; d++)
        {
            float value = centering.Apply(row[d], d);
            to[(nint)d * width] = value;
            norm += (double)value * value;
        }

        return norm;
    }

    private void SpreadZeros(float* to, int width)
    {
        for (int d = 0; d < Depth; d++)
        {
            to[(nint)d * width] = 0;
        }
    }

    /// <summary>All terms are multiples of step^2 / 2 and no partial sum exceeds 1.5 max |x|^2: exact if that is at most 2^24 such units.</summary>
    private static bool FitsLattice(Matrix data, Centering centering, double largestNorm, int threads, CancellationToken cancellation)
    {
        if (largestNorm == 0)
        {
            return true;
        }

        double step = Math.ScaleB(1, Math.ILogB(Math.Sqrt(3 * largestNorm)) - 11);
        int misses = 0;
        Blocks.Run(data.Rows, BlockPoints, threads, (_, first, end) =>
        {
            for (int i = first; i < end && Volatile.Read(ref misses) == 0; i++)
            {
                if (!IsOnLattice(data.Row(i), centering, step))
                {
                    Volatile.Write(ref misses, 1);
                }
            }
        }, cancellation);
        return misses == 0;
    }

    private static bool IsOnLattice(ReadOnlySpan<float> row, Centering centering, double step)
    {
        for (int d = 0; d < row.Length; d++)
        {
            if (!centering.IsOnLattice(row[d], d, step))
            {
                return false;
            }
        }

        return true;
    }

    private void SetBounds()
    {
        double e = IsExact ? 0 : RelativeError;
        for (int i = 0; i < Norms.Length; i++)
        {
            bool isPoint = Lists.Point(i) >= 0;
            starts[i] = isPoint ? (float)((0.5 - e) * Norms[i]) : float.PositiveInfinity;
            Slacks[i] = isPoint && !IsExact ? MathF.BitIncrement((float)(e * Norms[i]) + Underflow) : 0;
        }
    }
}
