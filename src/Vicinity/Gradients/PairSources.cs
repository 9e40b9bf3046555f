namespace Vicinity;

/// <summary>The inputs of a gradient as engines read them; what several parts read is made once.</summary>
/// <param name="inputs">What the parts are compared with.</param>
/// <param name="isSparse">True if affinities are never kept as a dense table.</param>
/// <param name="threads">Cores to use.</param>
internal sealed class PairSources(GradientInputs inputs, bool isSparse, int threads)
{
    private readonly Dictionary<ObjectiveInput, IPairValues> made = [];

    /// <summary>The precision of each scale of a multi-scale cost.</summary>
    public IReadOnlyList<double> Scales => inputs.Scales;

    /// <summary>p of a part.</summary>
    /// <exception cref="ArgumentException">The input is missing, or has the wrong form.</exception>
    public IPairValues Values(Objective objective)
    {
        if (objective.Input == ObjectiveInput.Affinities && inputs.Affinities?.Form is AffinityForm.Row or AffinityForm.RowSymmetricRow
            && objective.Normalization is Normalization.PairWise or Normalization.Averaged)
        {
            throw new ArgumentException(
                $"{objective.Name} has one distribution over all pairs, but the affinities have one per point. Use {nameof(AffinityForm)}.{nameof(AffinityForm.Joint)}.",
                nameof(objective));
        }

        if (!made.TryGetValue(objective.Input, out IPairValues? values))
        {
            values = Make(objective);
            made.Add(objective.Input, values);
        }

        return values;
    }

    /// <summary>The sum of all p of a part.</summary>
    public double Total(Objective objective)
    {
        IPairValues values = Values(objective);
        double total = 0;
        for (int i = 0; i < values.Count; i++)
        {
            foreach (float p in values.Stored(i))
            {
                total += p;
            }
        }

        return total;
    }

    /// <summary>The parameters of the points in a part; null if they have none.</summary>
    /// <exception cref="ArgumentException">Parameters that do not fit the points.</exception>
    public KernelParameters? Parameters(Objective objective)
    {
        KernelParameters parameters = inputs.Parameters;
        if (objective.Input != ObjectiveInput.Affinities)
        {
            return null;
        }

        if (objective.IsWeightedByDegree && parameters.LogMass is null)
        {
            parameters = parameters with { LogMass = LogDegrees(inputs.Affinities!) };
        }

        int count = Values(objective).Count;
        foreach (double[]? given in (double[]?[])[parameters.Precision, parameters.Theta, parameters.LogMass])
        {
            if (given is not null && given.Length != count)
            {
                throw new ArgumentException($"{count} points need {count} parameters, but there are {given.Length}.", nameof(objective));
            }
        }

        return parameters is { Precision: null, Theta: null, LogMass: null } ? null : parameters;
    }

    private IPairValues Make(Objective objective) => objective.Input switch
    {
        ObjectiveInput.Affinities when inputs.Affinities is { } affinities =>
            !isSparse && DenseValues.Suit(affinities) ? DenseValues.From(affinities) : new PairedAffinities(affinities),
        ObjectiveInput.Distances or ObjectiveInput.GeodesicDistances or ObjectiveInput.BallDistances or ObjectiveInput.NeighborDistances when inputs.Distances is { } matrix => new DenseValues(matrix, matrix),
        ObjectiveInput.DistanceShares when inputs.DistanceShares is { } matrix && objective.Normalization == Normalization.PointWise => new DenseValues(matrix, matrix.Transposed(threads)),
        ObjectiveInput.DistanceShares when inputs.DistanceShares is { } matrix => new DenseValues(matrix, matrix),
        ObjectiveInput.FarShares when inputs.FarShares is { } matrix => new DenseValues(matrix, matrix),
        _ => throw new ArgumentException($"{objective.Name} is compared with {objective.Input}, which are missing.", nameof(objective)),
    };

    /// <summary>ln of row sum + column sum.</summary>
    private static double[] LogDegrees(Affinities affinities) =>
        Array.ConvertAll(affinities.Degrees(), degree => Math.Log(Math.Max(degree, double.Epsilon)));
}
