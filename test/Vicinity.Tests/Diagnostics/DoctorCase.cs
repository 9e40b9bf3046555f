namespace Vicinity.Tests;

/// <summary>One data set of the corpus.</summary>
/// <param name="Name">What it is.</param>
/// <param name="Planted">The code of its fault; empty if it is clean.</param>
/// <param name="Make">The data; called once.</param>
internal sealed record DoctorCase(string Name, string Planted, Func<Matrix> Make)
{
    /// <summary>How it is mapped.</summary>
    public EmbeddingOptions Options { get; init; } = new();

    /// <summary>One class per point, if there are any.</summary>
    public Labels? Labels { get; init; }

    public bool IsDeep { get; init; }

    /// <summary>True if only the data is looked at.</summary>
    public bool IsDataOnly { get; init; }

    /// <summary>Makes the map of the data; null for a fit.</summary>
    public Func<Matrix, Matrix>? Map { get; init; }

    public bool IsClean => Planted.Length == 0;

    public (Matrix Data, DoctorReport Report) Examine()
    {
        Matrix data = Make();
        DoctorOptions doctor = new() { Labels = Labels, IsDeep = IsDeep };
        return (data, IsDataOnly ? Doctor.Examine(data, Options, doctor)
            : Map is not null ? Doctor.Examine(data, Map(data), Options, doctor)
            : Doctor.Examine(data, NeighborEmbedding.Fit(data, Options), doctor));
    }
}
