namespace Vicinity;

/// <summary>Makes what sums over all pairs.</summary>
/// <param name="normalizers">To be settled by it.</param>
/// <param name="exact">Every pair one by one, for maps that it cannot do.</param>
internal delegate IDensePart FarSums(Normalizers normalizers, Func<IDensePart> exact);
