namespace Vicinity;

/// <summary>What points bring to the kernel: w_ij = m_i m_j w(beta_i f_ij; theta_i). In double, for the oracle.</summary>
internal sealed record KernelParameters
{
    /// <summary>beta_i, length n; null for 1.</summary>
    public double[]? Precision { get; init; }

    /// <summary>The kernel's own alpha_i or nu_i, length n; null for 1.</summary>
    public double[]? Theta { get; init; }

    /// <summary>ln m_i, length n; null for 0.</summary>
    public double[]? LogMass { get; init; }

    public double LogWeight<TKernel>(TKernel kernel, double f, int i, int j)
        where TKernel : struct, IScalarKernel =>
        kernel.LogWeight(PrecisionOf(i) * f, ThetaOf(i)) + (LogMass is null ? 0 : LogMass[i] + LogMass[j]);

    /// <summary>psi_ij = beta_i psi(beta_i f; theta_i).</summary>
    public double Decay<TKernel>(TKernel kernel, double f, int i)
        where TKernel : struct, IScalarKernel =>
        PrecisionOf(i) * kernel.Decay(PrecisionOf(i) * f, ThetaOf(i));

    /// <summary>d ln w_ij / d beta_i = -f psi(beta_i f; theta_i).</summary>
    public double PrecisionSlope<TKernel>(TKernel kernel, double f, int i)
        where TKernel : struct, IScalarKernel =>
        -f * kernel.Decay(PrecisionOf(i) * f, ThetaOf(i));

    /// <summary>d ln w_ij / d theta_i.</summary>
    public double ThetaSlope(ILearnableKernel kernel, double f, int i) => kernel.ThetaSlope(PrecisionOf(i) * f, ThetaOf(i));

    private double PrecisionOf(int i) => Precision is null ? 1 : Precision[i];

    private double ThetaOf(int i) => Theta is null ? 1 : Theta[i];
}
