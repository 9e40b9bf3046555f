namespace Vicinity;

/// <summary>How the weights of a pair in its two directions become one.</summary>
public enum AffinitySymmetry
{
    /// <summary>
    /// What belongs to the form: none for row and conditional; otherwise the fuzzy union for smooth nearest weights, and for the others the average in
    /// joint, row-symmetric-row and mean, none in matrix and raw.
    /// </summary>
    Auto,

    /// <summary>(a_ij + a_ji) / 2.</summary>
    Average,

    /// <summary>a_ij + a_ji - a_ij a_ji, the fuzzy union of UMAP.</summary>
    FuzzyUnion,

    /// <summary>sqrt(a_ij a_ji): only pairs that name each other.</summary>
    Mutual,

    /// <summary>Left as they are.</summary>
    None,
}
