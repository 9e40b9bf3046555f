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
        for (int round = 0; isCheckDue && round < MeshFineness.MostRounds && Adapt(positions, exaggeration, gradient); round++)
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
        Coordinates gradient = new(positions.Count, positions.Dimensions);
        engine.Gradient(positions, 1, gradient);
        return Error(positions, 1, gradient, ForceSample.Size);
    }

    public IGradientEngine With(Affinities affinities) => another(affinities);

    public void Exchange(StateStore store)
    {
        progress.Gradients = store.Count("gradients", progress.Gradients);
        progress.Fineness.Exchange(store);
    }

    /// <summary>Measures the last forces; true if the next ones will be of other grids.</summary>
    private bool Adapt(Coordinates positions, double exaggeration, Coordinates gradient)
    {
        double error = Error(positions, exaggeration, gradient, ForceSample.Few(positions.Count));
        return error > 0 && progress.Fineness.Follow(error);
    }

    /// <summary>
    /// RMS error of the last forces over the RMS size of what is left of a gradient without its attraction: gradients are linear in the
    /// exaggeration a, and so that is (a + 1) g(a) - a g(a + 1).
    /// </summary>
    private double Error(Coordinates positions, double exaggeration, Coordinates gradient, int size)
    {
        double error = fields.SquaredError(size);
        if (error == 0)
        {
            return 0;
        }

        Coordinates more = new(positions.Count, positions.Dimensions);
        engine.Gradient(positions, exaggeration + 1, more);
        double squares = 0;
        for (int i = 0; i < gradient.All.Length; i++)
        {
            double repulsion = ((exaggeration + 1) * gradient.All[i]) - (exaggeration * more.All[i]);
            squares += repulsion * repulsion;
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
