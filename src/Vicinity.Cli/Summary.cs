using System.Text;

namespace Vicinity.Cli;

/// <summary>The result in a few lines for people.</summary>
internal static class Summary
{
    public static string Text(FitReport report)
    {
        EmbeddingModel model = report.Model;
        MapInput input = report.Input;
        StringBuilder text = new();
        text.AppendLine($"{model.ResolvedOptions.Objective.Name} of {Counted.Of(input.Data.Count, "point")}{Cut(input)}, {Columns(input)} to {model.Map.Columns}: "
            + $"loss {model.Loss:F4} after {Counted.Of(model.Iterations, "iteration")}, {report.Clock.Total.TotalSeconds:F2} s");
        AppendPreparation(text, model);
        foreach (string output in report.Request.Outputs)
        {
            text.AppendLine($"wrote {output}");
        }

        if (input.Credit.Length > 0)
        {
            text.AppendLine($"data: {input.Credit}");
        }

        return text.ToString();
    }

    private static string Columns(MapInput input) =>
        input.Data.Columns > 0 ? Counted.Of(input.Data.Columns, "column") : $"{input.File?.Precomputed}".ToLowerInvariant();

    private static string Cut(MapInput input) => input.Cut.Length == 0 ? "" : $" ({input.Cut})";

    /// <summary>What was done to the data on its way, if it was not taken as it is.</summary>
    private static void AppendPreparation(StringBuilder text, EmbeddingModel model)
    {
        if (model.ResolvedOptions.PcaComponents.Value > 0)
        {
            text.AppendLine($"reduced to {model.ResolvedOptions.PcaComponents.Value} principal components, {model.Report.VarianceKept:P1} of the variance");
        }

        if (model.Report.NeighborRecall < 1)
        {
            text.AppendLine($"approximate neighbours, {model.Report.NeighborRecall:P1} of the true ones (measured on a sample)");
        }
    }
}
