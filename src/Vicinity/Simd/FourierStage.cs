namespace Vicinity;

/// <summary>One pass of a Fourier plan: transforms of length Radix over the whole array.</summary>
/// <param name="Radix">2, 3, 4 or 5.</param>
/// <param name="Rest">Length that is left to the later stages.</param>
/// <param name="Stride">Product of the radices of the earlier stages.</param>
/// <param name="Turns">Where the stage's factors e^(-2 pi i p k / (Radix Rest)) begin: for every p, pairs of cosine and sine for k = 1 ... Radix - 1.</param>
internal readonly record struct FourierStage(int Radix, int Rest, int Stride, int Turns);
