namespace Vicinity;

/// <summary>How distances become input probabilities: a kernel, a way to make both directions of a pair alike, and a form.</summary>
/// <remarks>
/// A is V, the kernel's weights, in the forms matrix and raw, and R, the rows of V divided by their sums, in all others. B is A after the symmetry.
/// P is B with every row divided by its sum (row, row-symmetric-row), B divided by its total (conditional, joint, matrix), or B itself (mean, raw).
/// </remarks>
public sealed record AffinityRecipe
{
    /// <summary>What the entries of P are. Default: joint.</summary>
    public AffinityForm Form { get; init; } = AffinityForm.Joint;

    /// <summary>How a distance becomes a weight. Default: Gaussian with a perplexity.</summary>
    public InputKernel Kernel { get; init; } = InputKernel.Gaussian;

    /// <summary>How the two directions of a pair become one. Default: what belongs to the form.</summary>
    public AffinitySymmetry Symmetry { get; init; } = AffinitySymmetry.Auto;

    /// <summary>True for the forms of V, whose rows are never divided by their sums.</summary>
    internal bool IsRaw => Form is AffinityForm.Matrix or AffinityForm.Raw;

    /// <summary>The symmetry with no choice left open.</summary>
    internal AffinitySymmetry ResolvedSymmetry => Symmetry != AffinitySymmetry.Auto ? Symmetry : Form switch
    {
        AffinityForm.Row or AffinityForm.Conditional => AffinitySymmetry.None,
        _ when Kernel == InputKernel.SmoothNearest => AffinitySymmetry.FuzzyUnion,
        AffinityForm.Matrix or AffinityForm.Raw => AffinitySymmetry.None,
        _ => AffinitySymmetry.Average,
    };

    /// <summary>True if p_ij = p_ji.</summary>
    internal bool IsSymmetric => ResolvedSymmetry != AffinitySymmetry.None && Form is not (AffinityForm.Row or AffinityForm.RowSymmetricRow);
}
