namespace Vicinity;

/// <summary>Which parameter of the kernel is descended together with the map.</summary>
public enum LearnedParameter
{
    /// <summary>None.</summary>
    None,

    /// <summary>alpha of the heavy-tailed kernel.</summary>
    Alpha,

    /// <summary>The precision beta_i.</summary>
    Beta,

    /// <summary>The degrees of freedom nu_i of the inhomogeneous t kernel.</summary>
    DegreesOfFreedom,
}
