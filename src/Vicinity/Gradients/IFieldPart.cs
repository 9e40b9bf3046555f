namespace Vicinity;

/// <summary>A dense part from a grid and near pairs, for the maps that it can sum.</summary>
internal interface IFieldPart
{
    /// <inheritdoc cref="IDensePart.Rows"/>
    RowForce[] Rows { get; }

    /// <summary>Sums the weights and settles the normalizers.</summary>
    /// <returns>False if the map cannot be summed so; then nothing is settled.</returns>
    bool TryNormalize(Coordinates positions);

    /// <inheritdoc cref="IDensePart.AddPullSums"/>
    void AddPullSums(double[] pullSums);

    /// <summary>Sums forces into <see cref="Rows"/>.</summary>
    void Force(double[] pullSums);

    /// <summary>The terms of the cost of all rows that are not far.</summary>
    double Cost();

    /// <summary>Mean squared error of the last forces, at a seeded sample of points.</summary>
    double SquaredError(int size);
}
