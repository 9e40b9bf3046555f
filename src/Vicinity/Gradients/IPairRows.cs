namespace Vicinity;

/// <summary>p of pairs, as a dense pass reads it.</summary>
internal interface IPairRows
{
    /// <summary>p_ij for the sixteen points from j on.</summary>
    Lanes There(int i, int j);

    /// <summary>p_ji for the sixteen points from j on.</summary>
    Lanes Back(int i, int j);
}
