namespace Vicinity;

/// <summary>What the steps before the neighbours are told.</summary>
/// <param name="Options">Of the fit.</param>
/// <param name="Names">Of the columns, for messages.</param>
/// <param name="Report">Called with the name of a step when it begins.</param>
/// <param name="Cancellation">Stops the work.</param>
internal sealed record InputWork(EmbeddingOptions Options, ColumnNames Names, Action<string> Report, CancellationToken Cancellation)
{
    /// <summary>The neighbours that affinities will be made of; without bound if there will be none.</summary>
    public int NeighborsOf(RowSpace rows) =>
        ObjectiveInputs.NeighborsOf(rows, Options.Objective, Options.Perplexity, Options.Neighbors) is > 0 and int neighbors ? neighbors : int.MaxValue;
}
