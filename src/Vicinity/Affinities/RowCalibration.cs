namespace Vicinity;

/// <summary>What the weights of one point came to.</summary>
/// <param name="Found">How the search for its precision ended.</param>
/// <param name="Sum">Sum of the weights, the largest of which is 1.</param>
/// <param name="Precision">beta in units of 1 / r^2 (1 / r for kernels of the plain distance); 0 where no finite one exists.</param>
/// <param name="Dimension">Intrinsic dimension at that precision; 0 where there is none.</param>
/// <param name="LogTop">ln of the largest weight before it was made 1.</param>
internal readonly record struct RowCalibration(Bandwidth Found, double Sum, double Precision = 0, double Dimension = 0, double LogTop = 0);
