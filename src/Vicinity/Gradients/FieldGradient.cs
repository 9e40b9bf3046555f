namespace Vicinity;

/// <summary>Gradients of any cost whose far pairs are fields; the pairs of P as in exact ones.</summary>
internal sealed class FieldGradient : IApproximateGradient
{
    /// <summary>Gradients between two looks at their error, each of which takes a gradient more.</summary>
    private const int GradientsPerCheck = 25;

    private readonly IGradientEngine engine;
    private readonly FieldSums fields;
    private readonly Progress progress;
    private readonly Func<Affinities, FieldGradient> another;

    private FieldGradient(Objective objective, GradientInputs inputs, int dimensions, double accuracy, int threads, Progress progress)
    {
        this.progress = progress;
        fields = new(accuracy, progress.Fineness);
        engine = ExactGradient.Create(objective, inputs, dimensions, threads, fields);
        another = affinities => new(objective, inputs with { Affinities = affinities }, dimensions, accuracy, threads, progress);
    }

    public double NullLoss => engine.NullLoss;

    /// <summary>An engine for one objective and maps of one number of dimensions.</summary>
    public static FieldGradient Create(Objective objective, GradientInputs inputs, int dimensions, double accuracy, int threads) =>
        new(objective, inputs, dimensions, accuracy, threads, new(accuracy));

    public void Gradient(Coordinates positions, double exaggeration, Coordinates gradient)
    {
        bool isCheckDue = progress.Gradients++ % GradientsPerCheck == 0;
        engine.Gradient(positions, exaggeration, gradient);
        for (int round = 0; isCheckDue && round < MeshFineness.MostRounds && Adapt(positions); round++)
        {
            engine.Gradient(positions, exaggeration, gradient);
        }
    }

    public double Loss(Coordinates positions) => engine.Loss(positions);

    public double Cost(Coordinates positions, double exaggeration) => engine.Cost(positions, exaggeration);

    public void SetParameters(KernelParameters parameters) => engine.SetParameters(parameters);

    public void ParameterSlope(Coordinates positions, double exaggeration, Span<double> slopes) => engine.ParameterSlope(positions, exaggeration, slopes);

    public double ForceError(Coordinates positions)
    {
        engine.Gradient(positions, 1, new(positions.Count, positions.Dimensions));
        return Error(positions, ForceSample.Size);
    }

    public IGradientEngine With(Affinities affinities) => another(affinities);

    public void Exchange(StateStore store)
    {
        progress.Gradients = store.Count("gradients", progress.Gradients);
        progress.Fineness.Exchange(store);
    }

    /// <summary>Measures the last forces; true if the next ones will be of other grids.</summary>
    private bool Adapt(Coordinates positions) => progress.Fineness.Follow(Error(positions, ForceSample.Few(positions.Count)));

    /// <summary>RMS error of the last forces over the RMS size of the repulsion, which is the gradient at exaggeration 0; 0 where every pair is summed.</summary>
    private double Error(Coordinates positions, int size)
    {
        double error = fields.SquaredError(size);
        if (error == 0)
        {
            return 0;
        }

        Coordinates repulsion = new(positions.Count, positions.Dimensions);
        engine.Gradient(positions, 0, repulsion);
        double squares = 0;
        foreach (float push in repulsion.All)
        {
            squares += (double)push * push;
        }

        return squares > 0 ? Math.Sqrt(error * positions.Count / squares) : 0;
    }

    /// <summary>What engines of one run have learned.</summary>
    /// <param name="accuracy">Relative RMS error of the forces.</param>
    private sealed class Progress(double accuracy)
    {
        public MeshFineness Fineness { get; } = new(accuracy);

        /// <summary>Gradients made before.</summary>
        public int Gradients { get; set; }
    }
}
