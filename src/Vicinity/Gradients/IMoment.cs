namespace Vicinity;

/// <summary>The curved part u(w) of a far law: q ln q or q^s but for powers of S.</summary>
internal interface IMoment
{
    /// <summary>True if there is none. Must be a constant.</summary>
    bool IsNone { get; }

    /// <summary>True if ln w is read. Must be a constant.</summary>
    bool ReadsLogarithm { get; }

    Lanes Of(Lanes weight, Lanes logWeight);
}
