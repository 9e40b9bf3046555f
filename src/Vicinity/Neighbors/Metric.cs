namespace Vicinity;

/// <summary>How far apart two rows are: r(x, y), which the Gaussian of the affinities squares.</summary>
public sealed record Metric
{
    private readonly DistanceFunction? own;

    private Metric(MetricKind kind, string name, DistanceFunction? own = null)
    {
        Kind = kind;
        Name = name;
        this.own = own;
    }

    /// <summary>The usual word, such as euclidean or cosine; that of a distance of one's own.</summary>
    public string Name { get; }

    /// <summary>r = sqrt(sum (x - y)^2).</summary>
    public static Metric Euclidean { get; } = new(MetricKind.Euclidean, "euclidean");

    /// <summary>r^2 = 2 (1 - x y / |x| |y|): the Euclidean distance of rows of length 1. A row of zeros is at r^2 = 2 from all others, at 0 from its like.</summary>
    public static Metric Cosine { get; } = new(MetricKind.Cosine, "cosine");

    /// <summary>r^2 = 2 (1 - correlation of x and y): cosine after each row's mean is subtracted. A constant row counts as a row of zeros.</summary>
    public static Metric Correlation { get; } = new(MetricKind.Correlation, "correlation");

    /// <summary>r = sum |x - y|.</summary>
    public static Metric Manhattan { get; } = new(MetricKind.Manhattan, "manhattan");

    /// <summary>r = max |x - y|.</summary>
    public static Metric Chebyshev { get; } = new(MetricKind.Chebyshev, "chebyshev");

    /// <summary>r = the share of columns in which x and y differ.</summary>
    public static Metric Hamming { get; } = new(MetricKind.Hamming, "hamming");

    /// <summary>r = 1 - both / either, of the columns that are not 0 in both rows, in either; 0 for two rows of zeros.</summary>
    public static Metric Jaccard { get; } = new(MetricKind.Jaccard, "jaccard");

    /// <summary>Those with a name, in the order of this page.</summary>
    public static IReadOnlyList<Metric> All { get; } = [Euclidean, Cosine, Correlation, Manhattan, Chebyshev, Hamming, Jaccard];

    /// <summary>What distances, neighbours or affinities that are given were made with: nobody knows.</summary>
    internal static Metric Given { get; } = Unknown("precomputed");

    /// <summary>What a file says was a program's own.</summary>
    internal static Metric Unknown(string name) => new(MetricKind.Own, name, (_, _) => double.NaN) { IsUnknown = true };

    internal MetricKind Kind { get; }

    /// <summary>True if it is the Euclidean distance of rows of length 1.</summary>
    internal bool IsOfDirections => Kind is MetricKind.Cosine or MetricKind.Correlation;

    /// <summary>The metric of the rows after all steps, which are of length 1 where it is one of directions.</summary>
    internal Metric Compared => IsOfDirections ? Euclidean : this;

    /// <summary>The metric of sparse rows after all steps: correlations are measured without a step, as means would fill the zeros.</summary>
    internal Metric ComparedSparse => Kind == MetricKind.Cosine ? Euclidean : this;

    /// <summary>True if it stands for a distance that this program does not know.</summary>
    internal bool IsUnknown { get; private init; }

    /// <summary>True if principal components of the rows keep it, as far as they keep the variance.</summary>
    internal bool SurvivesRotation => Kind == MetricKind.Euclidean || IsOfDirections;

    /// <summary>A distance of one's own; neighbours are then found by n^2 / 2 ... n^2 calls of it, from several threads at once.</summary>
    /// <param name="name">What it is called in reports.</param>
    /// <param name="distance">r(x, y): at least 0, finite, symmetric, without effects on anything else.</param>
    /// <exception cref="ArgumentException">The name is empty.</exception>
    public static Metric Create(string name, DistanceFunction distance)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentNullException.ThrowIfNull(distance);
        return new(MetricKind.Own, name, distance);
    }

    /// <summary>The metric of a name in <see cref="All"/>; null if there is none.</summary>
    /// <param name="name">In lower case.</param>
    public static Metric? Find(string name) => All.FirstOrDefault(metric => metric.Name == name);

    /// <summary>r between two rows, in double.</summary>
    /// <param name="x">One row; length d.</param>
    /// <param name="y">Another row; length d.</param>
    /// <exception cref="ArgumentException">The lengths differ, or a distance of one's own is negative or no finite number.</exception>
    public double Distance(ReadOnlySpan<float> x, ReadOnlySpan<float> y)
    {
        if (x.Length != y.Length)
        {
            throw new ArgumentException($"The rows have {x.Length} and {y.Length} values. Both need one length.", nameof(y));
        }

        return Kind switch
        {
            MetricKind.Euclidean => Math.Sqrt(SquaredDistance.Of(x, y)),
            MetricKind.Cosine => RowPair.Chord(x, y, 0, 0),
            MetricKind.Correlation => RowPair.Chord(x, y, UnitRows.Mean(x), UnitRows.Mean(y)),
            MetricKind.Manhattan => RowPair.Manhattan(x, y),
            MetricKind.Chebyshev => RowPair.Chebyshev(x, y),
            MetricKind.Hamming => RowPair.Hamming(x, y),
            MetricKind.Jaccard => RowPair.Jaccard(x, y),
            _ => OwnDistance(x, y),
        };
    }

    /// <inheritdoc />
    public override string ToString() => Name;

    private double OwnDistance(ReadOnlySpan<float> x, ReadOnlySpan<float> y)
    {
        double distance = own!(x, y);
        return distance >= 0 && double.IsFinite(distance)
            ? distance
            : throw new ArgumentException($"The metric {Name} gave {distance}; a distance is a finite number of at least 0.", nameof(x));
    }
}
