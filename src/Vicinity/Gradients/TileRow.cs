namespace Vicinity;

/// <summary>One point and some of the later ones: columns <paramref name="First"/> to <paramref name="End"/>, multiples of sixteen.</summary>
internal readonly record struct TileRow(int I, int First, int End);
