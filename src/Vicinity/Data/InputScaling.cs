namespace Vicinity;

/// <summary>How the columns of the data are scaled before anything else; constant columns are dropped first.</summary>
public enum InputScaling
{
    /// <summary>As they are.</summary>
    None,

    /// <summary>Every column to mean 0 and standard deviation 1 (n - 1).</summary>
    Standard,

    /// <summary>Every column to [0, 1].</summary>
    Range,

    /// <summary>The whole matrix to [0, 1].</summary>
    Matrix,

    /// <summary>Columns centred, all divided by the largest absolute value of the centred matrix.</summary>
    AbsoluteMaximum,

    /// <summary>Principal components of variance 1.</summary>
    PcaWhiten,

    /// <summary>Whitened and turned back to the columns.</summary>
    Zca,
}
