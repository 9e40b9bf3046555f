namespace Vicinity;

/// <summary>What an objective (or a part of one) compares the map with, pair by pair.</summary>
public enum ObjectiveInput
{
    /// <summary>Affinities p_ij, sparse.</summary>
    Affinities,

    /// <summary>Distances r_ij of the data, all pairs.</summary>
    Distances,

    /// <summary>r_ij / sum r: the repulsion weights of elastic embedding. Of a point-wise cost shares of the row, r_ij / sum_j r_ij.</summary>
    DistanceShares,

    /// <summary>(1 + r_ij^2) / sum (1 + r^2): the far half of global t-SNE.</summary>
    FarShares,

    /// <summary>Lengths of the shortest paths along the graph of the k nearest neighbours, k 15 unless it is set; direct distances where there is no path.</summary>
    GeodesicDistances,

    /// <summary>Distances; those beyond the shortest tenth of all pairs have a negative sign.</summary>
    BallDistances,

    /// <summary>Distances; those of pairs of which neither is among the k nearest of the other have a negative sign; k is 15 unless it is set.</summary>
    NeighborDistances,
}
