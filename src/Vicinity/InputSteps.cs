namespace Vicinity;

/// <summary>What a fit did to its rows before it looked for neighbours, as it does it to new ones: columns dropped and scaled, whitened, turned to directions, reduced.</summary>
/// <param name="Columns">Columns of a row as it is given.</param>
internal sealed record InputSteps(int Columns)
{
    /// <summary>The columns kept, with shift and factor; null for all as they are.</summary>
    public ColumnScaling? Scaling { get; init; }

    /// <summary>Null for none.</summary>
    public Whitening? Whitening { get; init; }

    /// <summary>Null if lengths of rows matter.</summary>
    public RowDirections? Directions { get; init; }

    /// <summary>Null if the columns are not reduced.</summary>
    public PrincipalComponents? Components { get; init; }

    /// <summary>Names of the columns; null if they have none.</summary>
    public IReadOnlyList<string>? Names { get; init; }

    /// <summary>Finds the scaling and the whitening of a data set; constant columns are dropped if there is either.</summary>
    /// <param name="data">n x d, finite.</param>
    /// <param name="scaling">How.</param>
    /// <param name="threads">Cores to use.</param>
    /// <exception cref="ArgumentOutOfRangeException">The scaling is not one of the enumeration.</exception>
    public static InputSteps Fit(Matrix data, InputScaling scaling, int threads)
    {
        if (!Enum.IsDefined(scaling))
        {
            throw new ArgumentOutOfRangeException(nameof(scaling), scaling, $"A scaling is one of {string.Join(", ", Enum.GetNames<InputScaling>())}, not {scaling}.");
        }

        InputSteps none = new(data.Columns);
        if (scaling == InputScaling.None || data.Rows < 2)
        {
            return none;
        }

        int[] kept = [.. Enumerable.Range(0, data.Columns).Except(ConstantColumns.In(data))];
        ColumnScaling columns = ColumnScaling.Fit(data, kept, scaling);
        bool isWhitened = scaling is InputScaling.PcaWhiten or InputScaling.Zca;
        return none with
        {
            Scaling = columns,
            Whitening = isWhitened ? Whitening.Fit(columns.Apply(data), scaling == InputScaling.Zca, threads) : null,
        };
    }

    /// <summary>All steps; the rows themselves if there are none. What becomes of a row does not depend on the others.</summary>
    public Matrix Apply(Matrix rows, int threads)
    {
        Matrix scaled = Scaling is null ? rows : Scaling.Apply(rows);
        Matrix white = Whitening is null ? scaled : Whitening.Apply(scaled, threads);
        Matrix turned = Directions is null ? white : Directions.Apply(white);
        return Components is null ? turned : Components.Reduce(turned, threads);
    }

    /// <summary>All steps of sparse rows, which are never written out.</summary>
    /// <param name="rows">Without stored zeros.</param>
    /// <param name="metric">Of the fit.</param>
    /// <param name="threads">Cores to use.</param>
    public RowSpace Apply(SparseMatrix rows, Metric metric, int threads)
    {
        SparseMatrix turned = Directions is null ? rows : Directions.Apply(rows);
        return Components is null ? new SparseSpace(turned, metric.ComparedSparse) : new DenseSpace(Components.Reduce(turned, threads), Metric.Euclidean);
    }

    public void Write(SectionSet sections)
    {
        if (Scaling is { } scaling)
        {
            sections.Add<int>("steps.columns", scaling.Columns, 1, scaling.Columns.Length);
            sections.Add<double>("steps.shifts", scaling.Shifts, 1, scaling.Columns.Length);
            sections.Add<double>("steps.factors", scaling.Factors, 1, scaling.Columns.Length);
        }

        if (Whitening is { } whitening)
        {
            Write(sections, "whitening", whitening.Components);
            sections.Add<double>("whitening.factors", whitening.Factors, 1, whitening.Factors.Length);
            sections.Add<int>("whitening.turned", [whitening.TurnsBack ? 1 : 0], 1, 1);
        }

        if (Directions is { } directions)
        {
            sections.Add<int>("steps.directions", [directions.IsCentered ? 1 : 0, directions.HasAxis ? 1 : 0], 1, 2);
        }

        if (Components is { } components)
        {
            Write(sections, "components", components);
        }
    }

    /// <param name="sections">Of a file.</param>
    /// <param name="columns">Columns of a row.</param>
    /// <exception cref="InvalidDataException">A section is missing or does not fit the others.</exception>
    public static InputSteps Read(SectionSet sections, int columns)
    {
        InputSteps steps = new(columns);
        int width = columns;
        if (sections.Has("steps.columns"))
        {
            int kept = sections.Shape("steps.columns").Columns;
            int[] which = sections.Read<int>("steps.columns", 1, kept);
            if (kept < 1 || which.Any(column => column < 0 || column >= columns))
            {
                throw sections.Damage($"the section steps.columns names a column that is not among {columns}");
            }

            steps = steps with { Scaling = new(which, sections.Finite("steps.shifts", 1, kept), sections.Finite("steps.factors", 1, kept)) };
            width = kept;
        }

        if (sections.Has("whitening.factors"))
        {
            double[] factors = sections.Finite("whitening.factors", 1, sections.Shape("whitening.factors").Columns);
            Whitening whitening = new(Read(sections, "whitening", width), factors, sections.Read<int>("whitening.turned", 1, 1)[0] == 1);
            if (factors.Length > whitening.Components.Count)
            {
                throw sections.Damage($"there are {factors.Length} whitening.factors for {whitening.Components.Count} components");
            }

            steps = steps with { Whitening = whitening };
            width = whitening.Width;
        }

        if (sections.Has("steps.directions"))
        {
            int[] which = sections.Read<int>("steps.directions", 1, 2);
            steps = steps with { Directions = new(which[0] == 1, which[1] == 1) };
            width = steps.Directions.Width(width);
        }

        return sections.Has("components.means") ? steps with { Components = Read(sections, "components", width) } : steps;
    }

    /// <summary>Columns of a row after all steps.</summary>
    public int Width => Components?.Count ?? Directions?.Width(ScaledWidth) ?? ScaledWidth;

    private int ScaledWidth => Whitening?.Width ?? Scaling?.Columns.Length ?? Columns;

    private static void Write(SectionSet sections, string name, PrincipalComponents components)
    {
        int columns = components.Means.Means.Length;
        sections.Add<double>($"{name}.means", components.Means.Means, 1, columns);
        sections.Add<double>($"{name}.scale", [components.Means.Scale], 1, 1);
        double[] loadings = [.. Enumerable.Range(0, components.Count).SelectMany(k => components.Loading(k).ToArray())];
        sections.Add<double>($"{name}.loadings", loadings, components.Count, columns);
    }

    private static PrincipalComponents Read(SectionSet sections, string name, int columns)
    {
        double[] means = sections.Finite($"{name}.means", 1, columns);
        double scale = sections.Finite($"{name}.scale", 1, 1)[0];
        int count = sections.Shape($"{name}.loadings").Rows;
        double[] loadings = sections.Finite($"{name}.loadings", count, columns);
        return count > 0 && scale > 0
            ? PrincipalComponents.From(new(means, scale), [.. Enumerable.Range(0, count).Select(k => loadings.AsSpan(k * columns, columns).ToArray())])
            : throw sections.Damage($"{name} has {count} loadings and scale {scale}");
    }
}
