namespace Vicinity;

/// <summary>A way to sum the repulsion between all pairs of points.</summary>
internal interface IRepulsionMethod
{
    /// <summary>Its name as a sentence begins with it.</summary>
    string Name { get; }

    /// <summary>What it asks of a cost, as a sentence goes on after "a cost".</summary>
    string Costs { get; }

    /// <summary>Makes what sums for one kernel and one number of dimensions.</summary>
    IRepulsion Create<TKernel, TDimensions>(TKernel kernel, Normalization normalization, SeparableTerms terms, OrderedPoints points, int threads)
        where TKernel : struct, IKernel
        where TDimensions : struct, IDimensions;
}
