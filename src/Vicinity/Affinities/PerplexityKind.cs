namespace Vicinity;

/// <summary>What a <see cref="Perplexity"/> asks for.</summary>
internal enum PerplexityKind
{
    /// <summary>The library's choice.</summary>
    Auto,

    /// <summary>One number.</summary>
    Single,

    /// <summary>Several numbers at once.</summary>
    List,

    /// <summary>One number per point.</summary>
    PerPoint,

    /// <summary>Halved, step by step, down to a number.</summary>
    Stepped,

    /// <summary>The one with the largest intrinsic dimension.</summary>
    Best,

    /// <summary>All powers of two up to n / 4, the large ones first.</summary>
    MultiScale,
}
