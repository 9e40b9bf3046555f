namespace Vicinity;

/// <summary>A distance of sparse rows from what each row is alone and what both have at the columns that they share.</summary>
internal interface ISparseTerm
{
    /// <summary>What a row is alone, such as sum x^2.</summary>
    double Own(ReadOnlySpan<float> row);

    /// <summary>What a shared column adds, such as x y.</summary>
    double Both(float x, float y);

    /// <summary>r, such as sqrt(own + own - 2 both).</summary>
    /// <param name="both">The sum over the shared columns, ascending.</param>
    /// <param name="x">Own of one row.</param>
    /// <param name="y">Own of the other.</param>
    /// <param name="columns">d.</param>
    double Finish(double both, double x, double y, int columns);
}
