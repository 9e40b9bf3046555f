namespace Vicinity.Cli;

/// <summary>A map with the rows that it was made of: all that an output file needs.</summary>
internal sealed record FinishedMap(MapInput Input, EmbeddingModel Model)
{
    /// <summary>How large a picture of it is.</summary>
    public PictureSize Picture { get; init; } = new();

    /// <summary>False if a model file shall not hold the rows.</summary>
    public bool IncludesData { get; init; } = true;

    /// <summary>What the map shows; says so if it does not show all rows.</summary>
    public string Title => $"{Model.ResolvedOptions.Objective.Name} of {Input.Name}{(Input.Cut.Length == 0 ? "" : $", {Input.Cut}")}";
}
