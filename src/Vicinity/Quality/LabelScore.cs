namespace Vicinity;

/// <summary>How well the points of one label are together in the map.</summary>
/// <param name="Label">Its name.</param>
/// <param name="Count">Points that have it, measured or not.</param>
/// <param name="Accuracy">See <see cref="LabelQuality.Accuracy"/>.</param>
/// <param name="RocArea">See <see cref="LabelQuality.RocArea"/>; null if the label occurs once, or is the only one.</param>
/// <param name="PrecisionRecallArea">See <see cref="LabelQuality.PrecisionRecallArea"/>; null if the label occurs once, or is the only one.</param>
public sealed record LabelScore(string Label, int Count, Estimate Accuracy, Estimate? RocArea, Estimate? PrecisionRecallArea);
