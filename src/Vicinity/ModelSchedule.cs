using System.Text.Json;

namespace Vicinity;

/// <summary>The phases of a fit in the words of a model file.</summary>
internal static class ModelSchedule
{
    public static void Write(Utf8JsonWriter json, Schedule schedule)
    {
        json.WriteStartArray("schedule");
        foreach (Phase phase in schedule)
        {
            json.WriteStartObject();
            json.WriteNumber("iterations", phase.Iterations);
            json.WriteNumber("exaggeration", phase.Exaggeration);
            json.WriteNumber("learningRate", phase.LearningRate.Value);
            json.WriteNumber("momentum", phase.Momentum);
            json.WriteNumber("tolerance", phase.Tolerance);
            json.WriteNumber("neighbors", phase.Neighbors);
            json.WriteBoolean("grows", phase.Grows);
            json.WriteNumber("stretch", phase.Stretch);
            ModelText.Write(json, "maximalStep", phase.MaximalStep);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    /// <summary>One of them.</summary>
    /// <exception cref="FormatException">A number is out of its range.</exception>
    public static Phase Phase(JsonElement phase) => new(phase.GetProperty("iterations").GetInt32())
    {
        Exaggeration = ModelText.Number(phase, "exaggeration") is >= 1 and < 1e18 and var factor ? factor : throw new FormatException("an exaggeration is out of range"),
        LearningRate = ModelText.Number(phase, "learningRate") is var rate && rate == 0 ? LearningRate.Auto : rate,
        Momentum = ModelText.Number(phase, "momentum"),
        Tolerance = ModelText.Number(phase, "tolerance"),
        Neighbors = phase.TryGetProperty("neighbors", out JsonElement neighbors) ? neighbors.GetInt32() : 0,
        Grows = phase.TryGetProperty("grows", out JsonElement grows) && grows.GetBoolean(),
        Stretch = !phase.TryGetProperty("stretch", out JsonElement stretch) ? 1 : stretch.GetDouble() is > 0 and < 1e18 and var size ? size : throw new FormatException("a stretch is out of range"),
        MaximalStep = ModelText.Number(phase, "maximalStep") is var step && double.IsNaN(step) ? double.PositiveInfinity : step,
    };
}
