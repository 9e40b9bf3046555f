namespace Vicinity;

/// <summary>The part of a gradient that comes from all pairs; engines add what the pairs of a sparse P have beyond it.</summary>
internal interface IDensePart
{
    /// <summary>What each point got from the last <see cref="Force"/>.</summary>
    RowForce[] Rows { get; }

    /// <summary>True if the same map would have to be settled again, as sums are finer than they were.</summary>
    bool IsOutdated => false;

    /// <summary>Sums the weights and settles the normalisers; may already sum forces.</summary>
    void Normalize(Coordinates positions, bool withForces);

    /// <summary>Adds sum_j h_ij to every row that is not far; if there is one S only the total counts.</summary>
    void AddPullSums(Coordinates positions, double[] pullSums);

    /// <summary>Sums k_ij (y_i - y_j) of both directions into <see cref="Rows"/>; returns what these have to be multiplied by.</summary>
    double Force(Coordinates positions, double[] pullSums, double exaggeration);

    /// <summary>The terms of the cost, and -(a - 1) p ln w, of all rows that are not far.</summary>
    double Cost(Coordinates positions, double exaggeration);
}
