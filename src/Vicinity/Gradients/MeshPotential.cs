namespace Vicinity;

/// <summary>phi(y) = sum_j c_j g(|y - y_j|^2) of charged points, on a grid: one transform forward, one back.</summary>
internal sealed unsafe class MeshPotential
{
    /// <summary>The points are spread in parts of about so many, each on a grid of its own, whatever the number of cores: an empty grid costs as much as some ten thousand points.</summary>
    private const int PointsPerPart = 1 << 15;
    private const int MostParts = 4;
    private const int RowsPerBlock = 8;
    private const int KeptTables = 32;
    private const long MostTableBytes = 1 << 25;

    /// <summary>All buffers but the parts are together about so many grids; the spectrum is twice four of them.</summary>
    private const int BuffersPerGrid = 2 + 8;

    private readonly SplineGrid splines;
    private readonly int dimensions;
    private readonly int threads;
    private readonly Dictionary<(MeshFunctions Functions, int Side, double Spacing), MeshTable> tables = [];
    private IMeshConvolution? convolution;
    private readonly PinnedBuffer<float>[] parts;
    private PinnedBuffer<float> charged = new(0);
    private PinnedBuffer<float> potential = new(0);
    private MeshTable? table;
    private MeshPlacement placement;
    private int side;
    private int used;

    /// <param name="splines">What spreads and gathers.</param>
    /// <param name="count">Number of points.</param>
    /// <param name="dimensions">1, 2 or 3.</param>
    /// <param name="threads">Cores to use.</param>
    public MeshPotential(SplineGrid splines, int count, int dimensions, int threads)
    {
        parts = new PinnedBuffer<float>[Math.Clamp(count / PointsPerPart, 1, MostParts)];
        this.splines = splines;
        this.dimensions = dimensions;
        this.threads = threads;
    }

    /// <summary>What gathered slopes have to be multiplied by.</summary>
    public double SlopeSize => table!.Size * placement.Scale;

    /// <summary>What gathered values have to be multiplied by.</summary>
    public double ValueSize => table!.Size;

    /// <summary>What every unit of charge adds to all values.</summary>
    public double Mean => table!.Mean;

    /// <summary>Lays the grid over a box.</summary>
    /// <param name="low">The lower corner.</param>
    /// <param name="span">The longest edge, above 0.</param>
    /// <param name="spacing">Way between two places.</param>
    /// <param name="functions">What is summed.</param>
    public void Place(ReadOnlySpan<float> low, double span, double spacing, MeshFunctions functions)
    {
        used = MeshSpacing.Used(span, spacing);
        int needed = MeshSpacing.Side(used, dimensions);
        if (needed != side)
        {
            Allocate(needed);
        }

        if (!tables.TryGetValue((functions, side, spacing), out table))
        {
            ForgetOtherTables(spacing);
            table = MeshTable.Build(functions(spacing, Math.Sqrt(dimensions) * ((side / 2) + 1) * spacing), spacing, side, dimensions, splines, threads);
            tables.Add((functions, side, spacing), table);
            LargeArrays.LetGo((long)table.Factor.Length * sizeof(double));
        }

        placement = new(low[0], dimensions > 1 ? low[1] : 0, dimensions > 2 ? low[2] : 0, (float)(1 / spacing), MeshSpacing.Before, convolution!.Stride, side / 2);
    }

    /// <summary>Makes the potential of points; returns sum_ij c_i c_j w_ij, a point with itself included.</summary>
    /// <param name="axes">One stretch of coordinates per dimension.</param>
    /// <param name="length">Way from one stretch to the next.</param>
    /// <param name="count">Number of points.</param>
    /// <param name="charges">A charge for every point; null for 1.</param>
    /// <param name="total">The sum of the charges.</param>
    public double Solve(float* axes, nint length, int count, float* charges, double total)
    {
        int share = (count + parts.Length - 1) / parts.Length;
        Blocks.Run(parts.Length, 1, threads, (part, _, _) =>
            splines.Spread(axes, length, charges, Math.Min(count, part * share), Math.Min(count, (part + 1) * share), placement, parts[part].Pointer));
        int row = convolution!.Stride;
        int rows = convolution.GridLength / row;
        Blocks.Run(rows, RowsPerBlock, threads, (_, first, end) => Collect(first * row, end * row));
        double sum = convolution.Run(charged.Pointer, used, table!.Factor.Pointer, potential.Pointer, threads);
        return (table.Size * sum) + (table.Mean * total * total);
    }

    /// <summary>Reads slopes and values at points; see <see cref="SplineGrid.Gather"/>.</summary>
    public void Gather(float* axes, nint length, int first, int end, float* values) =>
        splines.Gather(axes, length, first, end, placement, potential.Pointer, values);

    /// <summary>Adds the parts, in order, and empties them.</summary>
    private void Collect(int first, int end)
    {
        for (int i = first; i < end; i += Lanes.Count)
        {
            Lanes sum = Lanes.Zero;
            foreach (PinnedBuffer<float> part in parts)
            {
                sum += Lanes.Load(ref *part.Pointer, i);
                Lanes.Zero.Store(ref *part.Pointer, i);
            }

            sum.Store(ref *charged.Pointer, i);
        }
    }

    /// <summary>Where there are many tables, or large ones, only those of the present grid are kept: a growing map does not come back to the others.</summary>
    private void ForgetOtherTables(double spacing)
    {
        long bytes = tables.Values.Sum(kept => (long)kept.Factor.Length * sizeof(float));
        if (tables.Count < KeptTables && bytes < MostTableBytes)
        {
            return;
        }

        foreach (var key in tables.Keys.Where(key => key.Side != side || key.Spacing != spacing).ToArray())
        {
            tables.Remove(key);
        }

        LargeArrays.LetGo(bytes);
    }

    private void Allocate(int newSide)
    {
        long before = potential.Length;
        (side, convolution, charged, potential) = (newSide, null, new(0), new(0));
        Array.Clear(parts);
        LargeArrays.LetGo((BuffersPerGrid + parts.Length) * before * sizeof(float));
        convolution = dimensions == 1 ? new LineConvolution(side) : new MeshConvolution(side, dimensions);
        int length = convolution.GridLength + Lanes.Count;
        for (int part = 0; part < parts.Length; part++)
        {
            parts[part] = new(length);
        }

        charged = new(length);
        potential = new(length);
    }
}
