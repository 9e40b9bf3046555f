namespace Vicinity;

/// <summary>Normalisers in double, for rows whose weights underflow in float.</summary>
internal interface IFarNormalizers
{
    /// <summary>Writes ln S_i for the rows named; -infinity if there is no other point.</summary>
    void LogNormalizers(Coordinates positions, ReadOnlyMemory<int> rows, double[] logNormalizers);
}
