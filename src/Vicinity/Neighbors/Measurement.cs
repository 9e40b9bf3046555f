namespace Vicinity;

/// <summary>Writes the distances of a query to all rows.</summary>
internal delegate void Measurement(int query, Span<double> distances);
