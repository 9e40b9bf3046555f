namespace Vicinity;

/// <summary>Cost and gradient of an objective in double: the oracle of every engine.</summary>
internal interface IMasterEquation
{
    /// <summary>J_a = C + (a - 1) A with A = -sum p ln w, which exaggeration a descends.</summary>
    double Cost(double[,] y, double exaggeration = 1);

    /// <summary>dJ_a/dy, n x K.</summary>
    double[,] Gradient(double[,] y, double exaggeration = 1);

    /// <summary>dJ_a/d beta_i of the first scale, length n.</summary>
    double[] PrecisionSlope(double[,] y, double exaggeration = 1);

    /// <summary>dJ_a/d theta_i of the first scale, length n.</summary>
    double[] ThetaSlope(double[,] y, double exaggeration = 1);

    /// <summary>The same with other parameters of the points.</summary>
    IMasterEquation With(params KernelParameters[] scales);
}
