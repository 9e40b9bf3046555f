using System.Text.Json;

using Vicinity.Cli;

using Xunit;

namespace Vicinity.Tests;

public sealed class JsonReportTests
{
    [Theory]
    [InlineData(double.PositiveInfinity, 2)]
    [InlineData(double.NaN, 2)]
    [InlineData(4, double.NaN)]
    public void Numbers_that_json_does_not_have_are_null(double nullLoss, double loss)
    {
        Assert.Equal(JsonValueKind.Null, Report(nullLoss, loss).GetProperty("normalizedLoss").ValueKind);
        Assert.Equal(0.5, Report(4, 2).GetProperty("normalizedLoss").GetDouble());
    }

    private static JsonElement Report(double nullLoss, double loss)
    {
        Matrix data = Matrix.Create(3, 2, (i, row) => row[0] = i);
        EmbeddingOptions options = new() { Perplexity = 1.5, Neighbors = 2, Schedule = [new Phase(1)] };
        EmbeddingModel model = new(data, loss, nullLoss, 1, options, new(1, 1), []);
        FitReport report = new(new("rows", data, null, [0, 1, 2]), model, new(new("tsne", options, null, []), [], Json: true, Quiet: true), new());
        using JsonDocument json = JsonDocument.Parse(JsonReport.Text(report));
        return json.RootElement.Clone();
    }
}
