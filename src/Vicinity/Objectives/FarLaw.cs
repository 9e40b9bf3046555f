namespace Vicinity;

/// <summary>What a divergence pulls where p = 0: h = Linear q + Curved q^Power; a power of 1 stands for q ln q.</summary>
/// <param name="Linear">Factor of q.</param>
/// <param name="Curved">Factor of the other part. Default: 0.</param>
/// <param name="Power">Exponent of the other part, above 0; 1 means q ln q. Default: 1.</param>
public readonly record struct FarLaw(double Linear, double Curved = 0, double Power = 1);
