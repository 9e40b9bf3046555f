namespace Vicinity.Cli;

/// <summary>What the command line wants to know of a map.</summary>
/// <param name="MapPath">The file of the map.</param>
/// <param name="Options">For the library, still without labels.</param>
/// <param name="Scaling">How the columns of the data are scaled first.</param>
/// <param name="IsCountSet">True if the number of neighbors was set, not left to its default.</param>
/// <param name="Warnings">What was asked for without effect.</param>
internal sealed record QualityRequest(
    string MapPath, QualityOptions Options, InputScaling Scaling, bool IsCountSet, IReadOnlyList<FitWarning> Warnings);
