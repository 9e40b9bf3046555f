namespace Vicinity;

/// <summary>Turns calibrated weights into P.</summary>
internal static class AffinityForms
{
    /// <summary>The least normal number: no entry is smaller, lest it be taken for none.</summary>
    public const float Least = 1.17549435e-38f;

    /// <summary>P of a recipe; see <see cref="AffinityRecipe"/> for the forms.</summary>
    /// <param name="graph">Holds the columns of the weights, which are given back if <paramref name="release"/>.</param>
    /// <param name="calibration">R, or V divided by its largest weight per row; made for this recipe; consumed.</param>
    /// <param name="recipe">Which P.</param>
    /// <param name="release">Whether nobody needs the neighbours any longer.</param>
    /// <param name="threads">Cores to use.</param>
    /// <param name="cancellation">Stops between blocks.</param>
    public static SparseRows Apply(
        NeighborGraph graph, Calibration calibration, AffinityRecipe recipe, bool release, int threads, CancellationToken cancellation)
    {
        AffinitySymmetry symmetry = recipe.ResolvedSymmetry;
        if (recipe.IsRaw)
        {
            // The total of V cancels in M, so M counts from the largest weight of all and does not underflow; but a fuzzy union needs V itself.
            bool cancels = recipe.Form == AffinityForm.Matrix && symmetry != AffinitySymmetry.FuzzyUnion;
            Unshift(calibration.Weights, calibration.LogTops, cancels ? calibration.LogTops.DefaultIfEmpty(0).Max() : 0);
        }

        bool totalIsCount = symmetry is AffinitySymmetry.None or AffinitySymmetry.Average && recipe.Form is AffinityForm.Conditional or AffinityForm.Joint;
        SparseRows p = Symmetrization.Merge(
            graph, calibration.Weights, symmetry, totalIsCount ? 1.0 / graph.Count : 1, release, threads, cancellation);
        if (recipe.Form == AffinityForm.RowSymmetricRow || (recipe.Form == AffinityForm.Row && symmetry != AffinitySymmetry.None))
        {
            NormalizeRows(p);
        }
        else if (!totalIsCount && recipe.Form is AffinityForm.Conditional or AffinityForm.Joint or AffinityForm.Matrix)
        {
            NormalizeTotal(p);
        }

        return p;
    }

    private static void Unshift(RowPieces<float> weights, double[] logTops, double shift)
    {
        for (int i = 0; i < weights.Rows; i++)
        {
            Multiply(weights.Row(i), EntropyKernel.Exp(logTops[i] - shift), 0);
        }
    }

    private static void NormalizeRows(SparseRows rows)
    {
        for (int i = 0; i < rows.Count; i++)
        {
            Multiply(rows.RowValues(i), 1 / rows.RowSum(i), Least);
        }
    }

    private static void NormalizeTotal(SparseRows rows)
    {
        double total = 0;
        for (int i = 0; i < rows.Count; i++)
        {
            total += rows.RowSum(i);
        }

        for (int i = 0; i < rows.Count; i++)
        {
            Multiply(rows.RowValues(i), 1 / total, Least);
        }
    }

    private static void Multiply(Span<float> values, double factor, float least)
    {
        foreach (ref float value in values)
        {
            value = MathF.Max((float)(value * factor), least);
        }
    }
}
