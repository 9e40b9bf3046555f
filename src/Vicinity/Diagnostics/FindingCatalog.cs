namespace Vicinity;

/// <summary>All codes of the doctor: the one place where they are listed. Numbers and thresholds: docs/decisions/0020-doctor.md.</summary>
internal static class FindingCatalog
{
    private static readonly FindingKind[] OfData =
    [
        new("D101", Severity.Error, "values that are no numbers", "cells that are not finite",
            "A row without all its values has no distance to the others.", "--drop COLUMN"),
        new("D102", Severity.Warning, "duplicate rows", "share of rows that repeat another",
            "Copies take each other's place among the neighbours and form tight clumps that are no clusters.", "--distinct"),
        new("D103", Severity.Note, "constant columns", "columns with one value",
            "They add nothing to any distance.", ""),
        new("D104", Severity.Warning, "one column rules", "share of the variance in the largest column",
            "Distances are little more than differences in this column, and so is the map.", "--scale standard"),
        new("D105", Severity.Warning, "a row number among the features", "columns that count the rows",
            "Rows become neighbours because they stand near each other in the file.", "--drop COLUMN"),
        new("D106", Severity.Warning, "the label is among the features", "share of labels that one column gives away",
            "The map shows the label because it was told it, not because the data has it.", "--drop COLUMN"),
        new("D107", Severity.Note, "a smaller perplexity", "perplexity used",
            "There are fewer points than three times the usual perplexity.", ""),
        new("D108", Severity.Note, "long and short rows", "standard deviation over mean of the row lengths",
            "In many dimensions the length of a row can outweigh its direction.", "--metric cosine"),
        new("D109", Severity.Note, "raw counts", "largest over mean count that is not zero",
            "A few large counts rule all distances.", "--metric cosine"),
        new("D110", Severity.Warning, "no contrast", "distance to the neighbours over distance of random pairs",
            "Everything is about equally far from everything: neighbours are hardly nearer than strangers.", "--pca 10"),
        new("D111", Severity.Warning, "a graph in pieces", "pieces of the neighbour graph",
            "Nothing in the data says how far apart the pieces are or where: that comes from the start alone.", ""),
        new("D112", Severity.Warning, "neighbours missed", "share of the true neighbours found",
            "Missing neighbours tear the map where the data has no gap.", "--neighbors exact"),
        new("D113", Severity.Note, "too few principal components", "components of the data",
            "The start has no direction left for some coordinates of the map.", ""),
        new("D114", Severity.Warning, "a column blurred by its offset", "float steps within the column",
            "Values that lie far from 0 have few digits left for their differences.", "--scale standard"),
        new("D115", Severity.Warning, "a first line that may be a header", "",
            "If it is one, a row of names is mapped as a point.", ""),
        new("D116", Severity.Warning, "rows without a direction", "",
            "The metric compares directions, and a row without one is equally far from all others.", "--metric euclidean"),
        new("D117", Severity.Note, "neighbours left out", "",
            "All points need equally many neighbours, so the farthest of the others are not used.", ""),
        new("D118", Severity.Note, "affinities of one direction", "",
            "The cost compares pairs without a direction, so what two points are to each other is made one number.", ""),
    ];

    private static readonly FindingKind[] OfRuns =
    [
        new("D201", Severity.Warning, "stopped too early", "fall of the loss in 50 iterations over the loss",
            "The map was still taking shape when the run ended.", ""),
        new("D202", Severity.Error, "ended while exaggerated", "exaggeration at the end",
            "Exaggeration pulls islands into tight knots without inner structure.", ""),
        new("D203", Severity.Warning, "an odd learning rate", "learning rate over the automatic one",
            "Too small a rate leaves the map unfinished; too large a one shakes it to pieces.", "--learning-rate auto"),
        new("D204", Severity.Error, "no map", "",
            "The positions carry no picture of the data.", ""),
        new("D205", Severity.Warning, "points without a bandwidth", "share of such points",
            "Their neighbours share the affinity equally, whatever their distances.", "--distinct"),
        new("D206", Severity.Warning, "forces less exact than asked for", "measured error of the forces",
            "The optimum of approximate forces is not quite that of the cost.", "--gradient exact"),
        new("D207", Severity.Note, "a loss from a sample", "points sampled",
            "The pairs of all points would need a table of them, and nothing was optimised.", ""),
    ];

    private static readonly FindingKind[] OfMaps =
    [
        new("D301", Severity.Error, "no better than noise", "neighbours kept beyond chance over those of data without structure",
            "Maps of pure noise keep as many neighbours.", ""),
        new("D302", Severity.Warning, "another seed, another map", "neighbours that maps from random starts share",
            "What changes with the seed is not in the data.", ""),
        new("D303", Severity.Note, "sizes of islands", "largest over smallest magnification of an island",
            "Dense groups are drawn larger and loose ones smaller than they are.", ""),
        new("D304", Severity.Warning, "gaps without meaning", "rank correlation of island distances with the truth",
            "Which islands are drawn near each other says little about the data.", "--init pca"),
        new("D305", Severity.Warning, "broken or merged groups", "islands that do not match the groups of the data",
            "An island is not a group, or a group is not an island.", ""),
        new("D306", Severity.Note, "points not to be trusted", "share of points that keep hardly a neighbour",
            "What stands beside these points in the map is not what is near them in the data.", ""),
        new("D307", Severity.Note, "groups that come and go with the perplexity", "neighbours shared over perplexities",
            "A group that only one perplexity shows may be its product.", ""),
        new("D308", Severity.Note, "outliers drawn as members", "points far from all others",
            "A map has no room for distance: outliers are drawn at the rim of a group or inside it.", ""),
    ];

    /// <summary>In the order of the codes.</summary>
    public static IReadOnlyList<FindingKind> All { get; } = [.. OfData, .. OfRuns, .. OfMaps];

    /// <summary>The code's entry; null if it is none of the doctor's.</summary>
    public static FindingKind? Find(string code) => All.FirstOrDefault(kind => kind.Code == code);

    /// <summary>What the code usually has; a warning if it is not the doctor's.</summary>
    public static Severity SeverityOf(string code) => Find(code)?.Severity ?? Severity.Warning;
}
