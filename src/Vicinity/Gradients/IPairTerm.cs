namespace Vicinity;

/// <summary>A number per ordered pair that comes from the pair's weight; sums of it, and of it times psi (y_i - y_j), are what engines need.</summary>
internal interface IPairTerm
{
    /// <summary>True if it is 0 for all pairs. Must be a constant.</summary>
    bool IsZero { get; }

    /// <summary>True if the logarithms of the weights are read. Must be a constant.</summary>
    bool ReadsLogarithm { get; }

    /// <summary>Of the pairs (i, j), j the sixteen points from <paramref name="j"/> on.</summary>
    Lanes There(Lanes weight, Lanes logWeight, int i, int j);

    /// <summary>Of the pairs (j, i); the weights are w_ji.</summary>
    Lanes Back(Lanes weight, Lanes logWeight, int i, int j);

    /// <summary>There and Back at once, where w_ij = w_ji.</summary>
    void Each(Lanes weight, Lanes logWeight, int i, int j, out Lanes there, out Lanes back);

    /// <summary>There + Back where w_ij = w_ji.</summary>
    Lanes Both(Lanes weight, Lanes logWeight, int i, int j);
}
