using System.Globalization;
using System.Text;

namespace Vicinity.Cli;

/// <summary>The measures as a table for people.</summary>
internal static class QualityText
{
    /// <summary>Neighborhoods at which the curve is printed.</summary>
    private static readonly int[] Sizes = [1, 3, 10, 30, 100, 300, 1000];

    public static string Of(MeasuredMap measured)
    {
        QualityReport report = measured.Report;
        MapInput input = measured.Rows.Input;
        StringBuilder text = new();
        string cut = input.Cut.Length == 0 ? "" : $" ({input.Cut})";
        text.AppendLine($"{Counted.Of(report.Count, "point")}{cut}, {Counted.Of(input.Data.Columns, "column")} to {measured.Rows.Map.Columns}; {Basis(report)}");
        WriteNeighbors(text, report);
        WriteLabels(text, report.Labels);
        WriteDistances(text, report.Distances);
        WriteLoss(text, report.Loss);
        return text.ToString();
    }

    private static string Basis(QualityReport report) => report.IsExact
        ? "all of them measured"
        : $"{report.Points.Count:N0} random ones measured, ± is the standard error";

    private static void WriteNeighbors(StringBuilder text, QualityReport report)
    {
        text.AppendLine($"neighbors (k = {report.NeighborsPerPoint})");
        Line(text, "kept", report.NeighborsKept, "share of the nearest in the data that are nearest in the map");
        Line(text, "trustworthiness", report.Trustworthiness, "neighbors in the map are near in the data; 1 is best");
        Line(text, "continuity", report.Continuity, "neighbors in the data are near in the map; 1 is best");
        Line(text, "R_NX area", report.RnxArea, "neighborhoods of all sizes kept; 1 is best, 0 is chance");
        Line(text, "rank correlation", report.RankCorrelation, "order of all others, near and far");
        string[] curve = [.. Sizes.Where(k => k <= report.RnxCurve.Count)
            .Select(k => string.Create(CultureInfo.InvariantCulture, $"{k}: {report.RnxCurve[k - 1]:F3}"))];
        text.AppendLine($"  {"R_NX at K",-18}{string.Join("  ", curve)}".TrimEnd());
    }

    private static void WriteLabels(StringBuilder text, LabelQuality? labels)
    {
        if (labels is null)
        {
            return;
        }

        text.AppendLine("labels");
        Line(text, "accuracy", labels.Accuracy, $"vote of the nearest in the map; in the data {labels.AccuracyInData}");
        Line(text, "ROC area", labels.RocArea, "same label nearer than others; chance is 0.5");
        Line(text, "PR area", labels.PrecisionRecallArea, "precision against recall; chance is the share of the label");
        foreach (LabelScore score in labels.Scores)
        {
            string areas = score.RocArea is { } roc ? $"  ROC {roc}  PR {score.PrecisionRecallArea}" : "";
            text.AppendLine($"    {score.Label,-16}{score.Count,8:N0}  accuracy {score.Accuracy}{areas}");
        }
    }

    private static void WriteDistances(StringBuilder text, DistanceQuality distances)
    {
        text.AppendLine($"distances ({Counted.Of(distances.Pairs, "pair")})");
        Line(text, "Pearson", distances.Pearson, "");
        Line(text, "Spearman", distances.Spearman, "");
        Line(text, "stress, best size", distances.ScaledStress, "0 is best; that of the map as it is:");
        Line(text, "stress, normalized", distances.NormalizedStress, "");
        Line(text, "stress-1, Kruskal", distances.KruskalStress, "");
        Line(text, "stress, Sammon", distances.SammonStress, "");
    }

    private static void WriteLoss(StringBuilder text, LossQuality? loss)
    {
        if (loss is null)
        {
            return;
        }

        string perplexity = loss.Perplexity > 0 ? string.Create(CultureInfo.InvariantCulture, $", perplexity {loss.Perplexity:0.##}") : "";
        text.AppendLine($"loss ({loss.Method}{perplexity})");
        Line(text, "loss", new(loss.Loss, 0), "exact, in nats");
        Line(text, "normalized", new(loss.NormalizedLoss, 0), "about 1: the map shows nothing");
        if (loss.PerplexityCriterion is { } criterion)
        {
            Line(text, "pBIC", new(criterion, 0), "the perplexity with the least is a good one");
        }
    }

    private static void Line(StringBuilder text, string name, Estimate value, string meaning) =>
        text.AppendLine($"  {name,-20}{(double.IsNaN(value.Value) ? "none" : value.ToString()),-18}{meaning}".TrimEnd());
}
