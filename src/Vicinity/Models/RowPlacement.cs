namespace Vicinity;

/// <summary>Places new rows in a finished map, each for itself: the map and the other rows do not matter to it, nor does it to them.</summary>
/// <remarks>
/// Affinities to the nearest training rows, as the objective makes them; the better of their weighted mean and the nearest of them as a start;
/// then a descent of the point's own share of the cost. A row that is equal to training rows stands where these do.
/// </remarks>
internal sealed class RowPlacement
{
    private const int RowsPerBlock = 16;
    private const int LeastNeighbors = 5;
    private readonly RowSpace points;
    private readonly float[] radii;
    private readonly FixedMap map;
    private readonly Objective objective;
    private readonly Objective? reader;
    private readonly PlacementPart[] parts;
    private readonly double perplexity;
    private readonly IReadOnlyList<double> parameters;
    private readonly double smallest;

    /// <param name="points">n training rows after all steps.</param>
    /// <param name="radii">Of their neighbourhoods.</param>
    /// <param name="map">Where they are.</param>
    /// <param name="objective">What the fit descended.</param>
    /// <param name="perplexity">Of the fit; 0 for none.</param>
    /// <param name="neighbors">Of the fit.</param>
    /// <param name="parameters">As learned: none, one, or one for each training row.</param>
    /// <param name="threads">Cores to use.</param>
    public RowPlacement(
        RowSpace points, float[] radii, FixedMap map, Objective objective, double perplexity, int neighbors, IReadOnlyList<double> parameters, int threads)
    {
        this.points = points;
        this.radii = radii;
        this.map = map;
        this.objective = objective.HasExactGradient ? objective : objective.Reported;
        this.perplexity = perplexity;
        this.parameters = parameters;
        reader = this.objective.Parts.Select(item => item.Part).FirstOrDefault(part => part.Input == ObjectiveInput.Affinities);
        Neighbors = Math.Min(points.Count, Math.Max(LeastNeighbors, neighbors));
        // Precisions of the data have no counterpart for new rows: these stay at their start.
        parts = reader is { OutputPrecision: not OutputPrecision.None } ? [] : [.. this.objective.Parts.Select(item => PlacementPart.Create(item.Part, map, threads))];
        double mean = radii.Sum(radius => (double)radius) / radii.Length;
        smallest = Math.Max(1e-6 * mean, 1e-30);
    }

    /// <summary>Nearest training rows that a new one is compared with.</summary>
    public int Neighbors { get; }

    private bool ReadsAll => objective.Parts.Any(item =>
        item.Part.Input is ObjectiveInput.Distances or ObjectiveInput.DistanceShares or ObjectiveInput.FarShares);

    /// <summary>m x dimensions positions, and the novelty of every row.</summary>
    /// <param name="rows">m rows after all steps, finite.</param>
    /// <param name="novelty">Length m: distance to the fifth nearest training row over the mean of the same at the five nearest.</param>
    /// <param name="threads">Cores to use.</param>
    /// <param name="cancellation">Stops the work.</param>
    public Matrix Place(RowSpace rows, double[] novelty, int threads, CancellationToken cancellation)
    {
        float[] places = new float[rows.Count * map.Dimensions];
        (RowPieces<int> indices, RowPieces<float> distances) = points.Nearest(rows, Neighbors, threads, cancellation);
        Blocks.Run(rows.Count, RowsPerBlock, threads, (_, first, end) =>
        {
            for (int i = first; i < end; i++)
            {
                novelty[i] = Novelty(indices.Row(i), distances.Row(i));
                PlaceOne(rows, i, indices.Row(i), distances.Row(i), places.AsSpan(i * map.Dimensions, map.Dimensions));
            }
        }, cancellation);
        return Matrix.Wrap(places, rows.Count, map.Dimensions);
    }

    private double Novelty(ReadOnlySpan<int> nearest, ReadOnlySpan<float> distances)
    {
        int k = Math.Min(NeighborRadii.Neighbor, nearest.Length);
        double usual = 0;
        foreach (int neighbor in nearest[..k])
        {
            usual += radii[neighbor] / (double)k;
        }

        return (distances[k - 1] + smallest) / (usual + smallest);
    }

    private void PlaceOne(RowSpace rows, int query, ReadOnlySpan<int> nearest, ReadOnlySpan<float> distances, Span<float> place)
    {
        int twins = distances.LastIndexOf(0f) + 1;
        if (twins > 0)
        {
            Mean(nearest[..twins], null, place);
            return;
        }

        double[] weights = Weights(distances);
        Mean(nearest, weights, place);
        if (parts.Length == 0)
        {
            return;
        }

        PlacementRow row = new(nearest.ToArray(), distances.ToArray(), Formed(weights), Theta(nearest, weights), ReadsAll ? Distances(rows, query) : []);
        Span<float> other = stackalloc float[place.Length];
        Mean(nearest[..1], null, other);
        if (Cost(row, other, new double[place.Length]) < Cost(row, place, new double[place.Length]))
        {
            other.CopyTo(place);
        }

        new PlacementDescent((at, gradient) => Cost(row, at, gradient)).Run(place);
    }

    private double Cost(PlacementRow row, ReadOnlySpan<float> place, Span<double> gradient)
    {
        double cost = 0;
        gradient.Clear();
        for (int part = 0; part < parts.Length; part++)
        {
            cost += parts[part].Add(row, place, objective.Parts[part].Factor, gradient);
        }

        return cost;
    }

    private void Mean(ReadOnlySpan<int> members, double[]? weights, Span<float> place)
    {
        for (int d = 0; d < place.Length; d++)
        {
            double sum = 0;
            double total = 0;
            for (int k = 0; k < members.Length; k++)
            {
                double weight = weights is null ? 1 : weights[k];
                sum += weight * map.Positions.Axis(d)[members[k]];
                total += weight;
            }

            place[d] = (float)(sum / total);
        }
    }

    /// <summary>The weights of the neighbours before their form; some are above 0.</summary>
    private double[] Weights(ReadOnlySpan<float> distances)
    {
        double[] weights = new double[distances.Length];
        Array.Fill(weights, 1);
        InputKernel kernel = reader?.InputKernel ?? InputKernel.Nearest;
        if (kernel == InputKernel.SmoothNearest)
        {
            SmoothWeights.Run(distances, SmoothWeights.MeanWithSelf(distances), weights);
        }
        else if (kernel != InputKernel.Nearest && distances.Length > 2)
        {
            BandwidthSearch search = new(distances.Length, kernel);
            double wanted = perplexity > 1 ? perplexity : distances.Length / 3.0;
            RowCalibration found = search.Run(distances, Math.Min(wanted, (distances.Length + 1) / 2.0));
            double factor = reader!.AffinityForm == AffinityForm.Raw && found.Found == Bandwidth.Found ? Math.Exp(found.LogTop) : 1;
            weights = [.. search.Weights.ToArray().Select(weight => weight * factor)];
        }

        return weights.Any(weight => weight > 0) ? weights : [.. weights.Select(_ => 1.0)];
    }

    /// <summary>Rows of P sum to 1; raw weights stay; one distribution without a normaliser has 1 / n of it in each row.</summary>
    private double[] Formed(double[] weights)
    {
        if (reader is { AffinityForm: AffinityForm.Raw, Normalization: Normalization.None })
        {
            return weights;
        }

        bool isShared = reader is { Normalization: Normalization.None, AffinityForm: AffinityForm.Joint or AffinityForm.Conditional or AffinityForm.Matrix };
        double total = weights.Sum() * (isShared ? points.Count : 1);
        return Array.ConvertAll(weights, weight => weight / total);
    }

    private double Theta(ReadOnlySpan<int> nearest, double[] weights)
    {
        if (reader?.Learned == LearnedParameter.Beta)
        {
            return 1;
        }

        if (parameters.Count <= 1)
        {
            return parameters.Count == 1 ? parameters[0] : reader?.PointParameter ?? 1;
        }

        double sum = 0;
        for (int k = 0; k < nearest.Length; k++)
        {
            sum += weights[k] * parameters[nearest[k]];
        }

        return sum / weights.Sum();
    }

    private double[] Distances(RowSpace rows, int query)
    {
        double[] all = new double[points.Count];
        points.Measure(rows, query, all);
        return all;
    }
}
