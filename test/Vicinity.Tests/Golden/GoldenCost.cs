namespace Vicinity.Tests;

/// <summary>A published final cost of ten flowers.</summary>
/// <param name="Method">Its name in the test's output.</param>
/// <param name="Objective">What was descended.</param>
/// <param name="Rate">Factor on the full gradient.</param>
/// <param name="Cost">As printed.</param>
/// <param name="HalfUnit">Half a unit of its last digit.</param>
internal sealed record GoldenCost(string Method, Objective Objective, double Rate, double Cost, double HalfUnit)
{
    /// <summary>The first of the ten rows.</summary>
    public int FirstRow { get; init; }

    /// <summary>Of the affinities.</summary>
    public double Perplexity { get; init; } = 5;

    /// <summary>Of the rows.</summary>
    public InputScaling Scaling { get; init; } = InputScaling.AbsoluteMaximum;

    /// <summary>The cost of the minimum itself, where the published run stopped short of it.</summary>
    public double Converged { get; init; } = Cost;

    /// <summary>A second minimum, in which a line search may end.</summary>
    public double OtherMinimum { get; init; } = double.NaN;

    /// <summary>True if the published run did not end at a minimum, or at one that only its rate finds.</summary>
    public bool IsOfItsOptimizer { get; init; }

    public EmbeddingRun Begin(Optimizer optimizer = Optimizer.DeltaBarDelta, int threads = 1)
    {
        Matrix data = ScaledInput.Build(Iris.Ten(FirstRow), Scaling, threads);
        ObjectiveInputs inputs = ObjectiveInputs.Build(data, Objective, Perplexity, 9, NeighborMethod.Auto, 2, threads, _ => { }, default);
        return new(RunInputs.From(inputs, 1000), Iris.Start, Objective, optimizer, ParameterDescent.Alternating, threads);
    }

    /// <summary>A share of the cost to which slow optimisers come near, where the minimum lies at the end of a flat valley; 0 for the printed digits.</summary>
    public double Flatness { get; init; }

    /// <summary>True if a cost is that of the minimum, or of the second one.</summary>
    public bool IsMinimum(double cost, bool isSlow)
    {
        double allowed = isSlow ? Math.Max(HalfUnit, Flatness * Cost) : HalfUnit;
        return Math.Abs(cost - Converged) <= allowed || Math.Abs(cost - OtherMinimum) <= allowed;
    }
}
