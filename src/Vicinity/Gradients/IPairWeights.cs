namespace Vicinity;

/// <summary>The weights of pairs, w_ij, with what each of the two points brings.</summary>
/// <typeparam name="TPoint">What one point, or sixteen, bring.</typeparam>
internal interface IPairWeights<TPoint>
    where TPoint : struct
{
    /// <summary>True if w_ij = w_ji. Must be a constant.</summary>
    bool IsSymmetric { get; }

    /// <summary>What point i brings, in all lanes.</summary>
    TPoint One(int i);

    /// <summary>What the sixteen points from j on bring.</summary>
    TPoint Sixteen(int j);

    /// <summary>What the points at sixteen places bring.</summary>
    unsafe TPoint Gathered(int* places);

    /// <summary>ln w from one point to the other.</summary>
    Lanes LogWeight(Lanes f, TPoint from, TPoint to);

    /// <summary>w from one point to the other.</summary>
    Lanes Weight(Lanes f, TPoint from, TPoint to);

    /// <summary>psi = -d ln w / df from one point to the other.</summary>
    Lanes Decay(Lanes f, TPoint from, TPoint to);

    /// <summary>w, ln w and psi from one point to the other at once.</summary>
    void Evaluate(Lanes f, TPoint from, TPoint to, out Lanes weight, out Lanes logWeight, out Lanes decay);

    /// <summary>True if the three forms come in two stages (<see cref="IStagedKernel"/>). Must be a constant.</summary>
    bool IsStaged { get; }

    /// <summary>The first stage: two numbers to go on from.</summary>
    void Begin(Lanes f, TPoint from, TPoint to, out Lanes first, out Lanes second);

    /// <summary>The last: w, ln w and psi from one point to the other.</summary>
    void End(Lanes first, Lanes second, TPoint from, TPoint to, out Lanes weight, out Lanes logWeight, out Lanes decay);

    /// <summary>ln w_ij in double.</summary>
    double LogWeight(double f, int i, int j);

    /// <summary>psi_ij in double.</summary>
    double Decay(double f, int i, int j);

    /// <summary>d ln w / d of the learned parameter of the first point.</summary>
    Lanes Slope(Lanes f, TPoint from, TPoint to);

    /// <summary>w and d ln w / d of the learned parameter of the first point at once.</summary>
    void EvaluateSlope(Lanes f, TPoint from, TPoint to, out Lanes weight, out Lanes slope);

    /// <summary>d ln w_ij / d of the learned parameter of i in double.</summary>
    double Slope(double f, int i, int j);
}
