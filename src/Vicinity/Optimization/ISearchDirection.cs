namespace Vicinity;

/// <summary>Where a line search goes: turns a gradient into a direction of descent. LongVectors have the layout of <see cref="Coordinates.All"/>.</summary>
internal interface ISearchDirection
{
    /// <summary>Writes the direction for a gradient of C + (a - 1) A; returns the step to try first.</summary>
    double Find(ReadOnlySpan<double> gradient, double exaggeration, Span<double> direction);

    /// <summary>Takes in how the gradient changed over a step.</summary>
    void Learn(ReadOnlySpan<double> step, ReadOnlySpan<double> gradientChange);

    /// <summary>Drops what was learned.</summary>
    void Forget();

    /// <summary>Leaves or takes back what was learned.</summary>
    void Exchange(StateStore store);
}
