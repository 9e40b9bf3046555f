namespace Vicinity;

/// <summary>
/// Far pairs as the slopes of one potential on a grid, phi(y) = sum_j w(|y - y_j|^2), by Fourier transforms; the pairs of P one by one.
/// </summary>
/// <remarks>
/// O(n + entries of P) and O(span^dimensions). For any kernel without parameters per point, and all costs whose pull depends on p alone,
/// that have a far law (<see cref="IFarLaw"/>), or whose weights are not normalised; others refuse it. Where a kernel has a cusp, near pairs
/// are summed one by one. Hockney and Eastwood (1981), chapter 8; Linderman, Rachh, Hoskins, Steinerberger and Kluger (2019).
/// </remarks>
public sealed record ParticleMesh : GradientMethod, IRepulsionMethod
{
    /// <summary>The usual accuracy.</summary>
    /// <param name="accuracy">RMS error of the repulsive forces over their RMS size, 0.001 to 0.2. Default: 0.02.</param>
    /// <exception cref="ArgumentOutOfRangeException">The accuracy is out of its range.</exception>
    public ParticleMesh(double accuracy = 0.02)
    {
        Accuracy = accuracy is >= 0.001 and <= 0.2
            ? accuracy
            : throw new ArgumentOutOfRangeException(nameof(accuracy), accuracy, $"The accuracy of a particle mesh is a fraction from 0.001 to 0.2, not {accuracy}.");
    }

    /// <summary>RMS error of the repulsive forces over their RMS size that is asked for; it is measured along a run, and the grid follows it.</summary>
    public double Accuracy { get; }

    string IRepulsionMethod.Name => "The particle mesh";

    string IRepulsionMethod.Costs => "whose far pairs follow a law or are not normalised";

    /// <inheritdoc />
    public override string ToString() => $"mesh {Accuracy}";

    internal override GradientMethod Resolve(Objective objective, GradientInputs inputs, int dimensions) => this;

    /// <summary>True if far pairs can be summed on a grid.</summary>
    internal static bool CanRun(Objective objective, GradientInputs inputs) =>
        SeparableEngine.CanRun(objective, inputs) || FieldSums.CanRun(objective, inputs);

    internal override IGradientEngine Create(Objective objective, GradientInputs inputs, int dimensions, int threads) =>
        FieldSums.CanRun(objective, inputs) && (!SeparableEngine.CanRun(objective, inputs) || objective.Accept(default(Cusp)))
            ? FieldGradient.Create(objective, inputs, dimensions, Accuracy, threads)
            : SeparableEngine.Create(objective, inputs, dimensions, this, threads);

    IRepulsion IRepulsionMethod.Create<TKernel, TDimensions>(
        TKernel kernel, Normalization normalization, SeparableTerms terms, OrderedPoints points, int threads) =>
        normalization == Normalization.PairWise
            ? new MeshRepulsion<TKernel, TDimensions>(kernel, terms, points, Accuracy, threads)
            : new PointWiseMeshRepulsion<TKernel, TDimensions>(kernel, terms, points, Accuracy, threads);

    private readonly struct Cusp : IObjectiveVisitor<bool>
    {
        public bool Visit<TDivergence, TKernel>(TDivergence divergence, TKernel kernel)
            where TDivergence : struct, IDivergence
            where TKernel : struct, IKernel => MeshAccuracy.HasCusp(kernel);
    }
}
