namespace Vicinity;

/// <summary>The costs that can be mixed by name.</summary>
internal enum MixtureCost
{
    KullbackLeibler,
    ReverseKullbackLeibler,
    Nerv,
    JensenShannon,
    ChiSquare,
    Hellinger,
    AlphaBeta,
    Square,
    CrossEntropy,

    /// <summary>Kullback-Leibler and lambda times that of the far pairs.</summary>
    Global,
}
