namespace Vicinity;

/// <summary>The engine that visits every pair: any objective, O(n^2) time, O(n + entries of P) memory where P is sparse.</summary>
internal static class ExactGradient
{
    /// <summary>An engine for an objective that needs affinities alone.</summary>
    /// <param name="objective">Cost, kernel and normalisation.</param>
    /// <param name="affinities">P; rows for point-wise costs, one distribution for pair-wise ones.</param>
    /// <param name="dimensions">1, 2 or 3.</param>
    /// <param name="threads">Cores to use; the bits do not depend on it.</param>
    /// <exception cref="ArgumentException">A row-wise P with a pair-wise cost, or an input is missing.</exception>
    public static IGradientEngine Create(Objective objective, Affinities affinities, int dimensions, int threads) =>
        Create(objective, new GradientInputs { Affinities = affinities }, dimensions, threads);

    /// <summary>An engine for any objective.</summary>
    /// <param name="objective">Cost, kernel and normalisation, or a sum of such.</param>
    /// <param name="inputs">All that its parts are compared with.</param>
    /// <param name="dimensions">1, 2 or 3.</param>
    /// <param name="threads">Cores to use; the bits do not depend on it.</param>
    /// <exception cref="ArgumentException">A row-wise P with a pair-wise cost, parameters that do not fit the points, or an input is missing.</exception>
    public static IGradientEngine Create(Objective objective, GradientInputs inputs, int dimensions, int threads) =>
        Create(objective, inputs, dimensions, threads, null);

    /// <summary>The same with fields in place of visits to every pair.</summary>
    public static IGradientEngine Create(Objective objective, GradientInputs inputs, int dimensions, int threads, FieldSums? fields)
    {
        if (inputs.Sample is { } points)
        {
            return new SampledLoss(Create(objective, inputs with { Sample = null }, dimensions, threads), points, inputs.SampleFactor);
        }

        PairSources sources = new(inputs, isSparse: fields is not null, threads);
        IGradientEngine engine = Sum(objective, sources, dimensions, threads, fields, true);
        return ReferenceEquals(objective.Reported, objective)
            ? engine
            : new ReportedGradient(engine, Sum(objective.Reported, sources, dimensions, threads, fields, false));
    }

    private static IGradientEngine Sum(Objective objective, PairSources sources, int dimensions, int threads, FieldSums? fields, bool isDescended)
    {
        (double Factor, IGradientEngine Engine)[] parts = [.. objective.Parts.Select(item =>
        {
            double factor = item.Part.IsDividedByInputTotal ? item.Factor / NotZero(sources.Total(item.Part)) : item.Factor;
            return (factor, Part(item.Part, sources, dimensions, threads, fields, isDescended ? factor : 0));
        })];
        return parts is [(1, IGradientEngine single)] ? single : new SumGradient(parts);
    }

    /// <summary>Where all p are 0 (one point, or duplicates alone) there is nothing to divide.</summary>
    private static double NotZero(double total) => total == 0 ? 1 : total;

    private static IGradientEngine Part(Objective objective, PairSources sources, int dimensions, int threads, FieldSums? fields, double factor) => dimensions switch
    {
        1 => objective.Accept(new EngineChoice<OneDimension>(objective, sources, threads, fields, factor)),
        2 => objective.Accept(new EngineChoice<TwoDimensions>(objective, sources, threads, fields, factor)),
        3 => objective.Accept(new EngineChoice<ThreeDimensions>(objective, sources, threads, fields, factor)),
        _ => throw new ArgumentOutOfRangeException(nameof(dimensions), dimensions, $"A map has 1, 2 or 3 dimensions, not {dimensions}."),
    };
}
