namespace Vicinity;

/// <summary>The data of a fit with its columns scaled; constant columns are dropped first.</summary>
internal static class ScaledInput
{
    /// <summary>The data itself if it is not to be scaled.</summary>
    /// <param name="data">n x d, finite.</param>
    /// <param name="scaling">How.</param>
    /// <param name="threads">Cores to use.</param>
    /// <exception cref="ArgumentOutOfRangeException">The scaling is not one of the enumeration.</exception>
    public static Matrix Build(Matrix data, InputScaling scaling, int threads)
    {
        if (!Enum.IsDefined(scaling))
        {
            throw new ArgumentOutOfRangeException(nameof(scaling), scaling, $"A scaling is one of {string.Join(", ", Enum.GetNames<InputScaling>())}, not {scaling}.");
        }

        if (scaling == InputScaling.None || data.Rows < 2)
        {
            return data;
        }

        int[] kept = [.. Enumerable.Range(0, data.Columns).Except(ConstantColumns.In(data))];
        Matrix scaled = ColumnScaling.Fit(data, kept, scaling).Apply(data);
        bool isWhitened = scaling is InputScaling.PcaWhiten or InputScaling.Zca;
        return isWhitened ? Whitening.Apply(scaled, scaling == InputScaling.Zca, threads) : scaled;
    }
}
