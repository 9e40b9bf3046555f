namespace Vicinity;

/// <summary>How thoroughly a <see cref="Doctor"/> looks.</summary>
public sealed record DoctorOptions
{
    /// <summary>One class per point, for the check whether the label is among the features. Default: none.</summary>
    public Labels? Labels { get; init; }

    /// <summary>Names of the columns, for messages. Default: their numbers.</summary>
    public IReadOnlyList<string>? ColumnNames { get; init; }

    /// <summary>True to make maps from three random starts and at other perplexities too, the cost of six more fits. Default: false.</summary>
    public bool IsDeep { get; init; }

    /// <summary>Points of the map that are looked at, at least 12; of more a random sample. Default: 2,000.</summary>
    public int MostPoints { get; init; } = 2000;

    /// <summary>What is known already, such as of the file.</summary>
    internal IReadOnlyList<FitWarning> Known { get; init; } = [];

    /// <summary>Seed of the shuffled data and of the random starts. Default: 0.</summary>
    public int Seed { get; init; }
}
