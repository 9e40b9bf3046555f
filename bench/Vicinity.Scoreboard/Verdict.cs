namespace Vicinity.Scoreboard;

/// <summary>What a map is worth.</summary>
/// <param name="ExactLoss">KL(P || Q) of t-SNE in nats, over all pairs.</param>
/// <param name="Kept">The share of the 10 nearest rows that are among the 10 nearest of the map.</param>
/// <param name="Labels">The share of points whose label is the most frequent of their 10 nearest in the map; NaN without labels.</param>
/// <param name="Span">The largest extent of the map along an axis.</param>
public sealed record Verdict(double ExactLoss, double Kept, double Labels, double Span);
