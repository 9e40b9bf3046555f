using System.Runtime.InteropServices;

namespace Vicinity;

/// <summary>Gives a kernel that has only its double forms the lane forms too, one number after the other: correct, but slower.</summary>
/// <typeparam name="TKernel">The kernel, a struct.</typeparam>
/// <param name="kernel">Its parameters.</param>
[StructLayout(LayoutKind.Auto)]
public readonly struct ScalarKernel<TKernel>(TKernel kernel) : IKernel
    where TKernel : struct, IScalarKernel
{
    private readonly TKernel kernel = kernel;

    /// <inheritdoc />
    public bool IsPerPoint => kernel.IsPerPoint;

    /// <inheritdoc />
    public double LogWeight(double f, double theta) => kernel.LogWeight(f, theta);

    /// <inheritdoc />
    public double Decay(double f, double theta) => kernel.Decay(f, theta);

    /// <inheritdoc />
    public Lanes LogWeight(Lanes f, Lanes theta)
    {
        Span<float> x = stackalloc float[Lanes.Count];
        Span<float> parameters = stackalloc float[Lanes.Count];
        f.Store(x);
        theta.Store(parameters);
        for (int lane = 0; lane < Lanes.Count; lane++)
        {
            x[lane] = (float)kernel.LogWeight(x[lane], parameters[lane]);
        }

        return Lanes.Load(x);
    }

    /// <inheritdoc />
    public Lanes Weight(Lanes f, Lanes theta) => Lanes.Exp(LogWeight(f, theta));

    /// <inheritdoc />
    public Lanes Decay(Lanes f, Lanes theta)
    {
        Span<float> x = stackalloc float[Lanes.Count];
        Span<float> parameters = stackalloc float[Lanes.Count];
        f.Store(x);
        theta.Store(parameters);
        for (int lane = 0; lane < Lanes.Count; lane++)
        {
            x[lane] = (float)kernel.Decay(x[lane], parameters[lane]);
        }

        return Lanes.Load(x);
    }
}
