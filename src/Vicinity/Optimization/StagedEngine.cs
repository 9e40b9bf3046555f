namespace Vicinity;

/// <summary>The engine of a run, which is another one in every stage of its affinities.</summary>
internal sealed class StagedEngine : IGradientEngine
{
    /// <summary>About so many bytes a point has the table of the nearest of all points.</summary>
    private const int BytesPerNearest = 200;

    private readonly GradientMethod asked;
    private readonly int dimensions;
    private readonly int threads;
    private RunInputs inputs;
    private Objective objective;
    private IGradientEngine engine;
    private IGradientEngine? nearest;
    private int neighbors;
    private StageInputs present;
    private StageInputs? next;
    private KernelParameters? learned;
    private int stage;

    public StagedEngine(RunInputs inputs, Objective objective, int dimensions, int threads, GradientMethod? method = null)
    {
        this.inputs = inputs;
        this.objective = objective;
        this.dimensions = dimensions;
        this.threads = threads;
        present = inputs.At(0, default);
        asked = method ?? GradientMethod.Auto;
        Method = asked.Resolve(objective, present.Inputs, dimensions);
        engine = Create(present.Inputs);
        next = Following();
    }

    /// <summary>How far pairs are summed, no longer automatic.</summary>
    public GradientMethod Method { get; private set; }

    public double NullLoss => engine.NullLoss;

    /// <summary>P of this stage; null if the objective reads none.</summary>
    public Affinities? Affinities => present.Inputs.Affinities;

    /// <summary>The parameters of the points as this stage begins.</summary>
    public KernelParameters Parameters => present.Inputs.Parameters;

    /// <summary>True in the last stage, whose cost is that of the run.</summary>
    public bool IsLast => next is null;

    /// <summary>Goes on to the stage of an iteration; true if the objective has changed by that.</summary>
    /// <param name="iteration">Iterations done before.</param>
    public bool MoveTo(int iteration)
    {
        bool moved = false;
        while (next is { } following && iteration >= following.FirstIteration)
        {
            (present, stage, moved) = (following, stage + 1, true);
            next = Following();
        }

        if (moved)
        {
            engine = Create(present.Inputs);
            nearest = null;
        }

        return moved;
    }

    /// <summary>Lets only the nearest of each point attract it, or with 0 all of P; the loss stays that of all.</summary>
    /// <returns>True if what is descended has changed by that.</returns>
    public bool Attract(int neighbors)
    {
        if (neighbors == this.neighbors)
        {
            return false;
        }

        (nearest, this.neighbors) = (null, neighbors);
        LargeArrays.LetGo((long)(present.Inputs.Affinities?.Count ?? 0) * BytesPerNearest);
        return true;
    }

    /// <summary>Leaves or takes back the stage and what its engine remembers; parameters are given again by who learns them.</summary>
    public void Exchange(StateStore store)
    {
        stage = store.Count("stage", stage, 0, inputs.Stages - 1);
        neighbors = store.Count("neighbors", neighbors);
        if (store.IsReading)
        {
            (learned, nearest) = (null, null);
            present = inputs.At(stage, default);
            next = Following();
            engine = Create(present.Inputs);
        }

        if (engine is IApproximateGradient approximate)
        {
            approximate.Exchange(store.Inside("approximate"));
        }
    }

    /// <summary>Goes over to other inputs, or another objective on them, at their last stage.</summary>
    public void Change(RunInputs newInputs, Objective newObjective)
    {
        StageInputs last = newInputs.At(newInputs.Stages - 1, default);
        GradientMethod method = asked.Resolve(newObjective, last.Inputs, dimensions);
        IGradientEngine created = method.Create(newObjective, last.Inputs, dimensions, threads);
        (inputs, objective, Method, engine) = (newInputs, newObjective, method, created);
        (present, stage, next, learned, nearest) = (last, newInputs.Stages - 1, null, null, null);
    }

    public void Gradient(Coordinates positions, double exaggeration, Coordinates gradient) => Descended.Gradient(positions, exaggeration, gradient);

    public double Loss(Coordinates positions) => engine.Loss(positions);

    public double Cost(Coordinates positions, double exaggeration) => Descended.Cost(positions, exaggeration);

    public void SetParameters(KernelParameters parameters)
    {
        learned = parameters;
        engine.SetParameters(parameters);
        nearest?.SetParameters(parameters);
    }

    public void ParameterSlope(Coordinates positions, double exaggeration, Span<double> slopes) => engine.ParameterSlope(positions, exaggeration, slopes);

    /// <summary>The measured error of the repulsive forces, a fraction; 0 where they are exact.</summary>
    public double ForceError(Coordinates positions) => engine is IApproximateGradient approximate ? approximate.ForceError(positions) : 0;

    /// <summary>The engine of what is descended: that of the nearest, while only they attract.</summary>
    private IGradientEngine Descended => neighbors == 0 || present.Inputs.Affinities is null ? engine : nearest ??= OfNearest(present.Inputs.Affinities);

    private IGradientEngine OfNearest(Affinities all)
    {
        Affinities few = all.Nearest(neighbors, threads);
        return few == all ? engine : engine is IApproximateGradient approximate ? approximate.With(few) : Create(present.Inputs with { Affinities = few });
    }

    /// <summary>False if the forces are less accurate than was asked for.</summary>
    public bool IsAccurate(Coordinates positions) => Method is not ParticleMesh mesh || ForceError(positions) <= mesh.Accuracy;

    private IGradientEngine Create(GradientInputs inputs)
    {
        IGradientEngine created = Method.Create(objective, inputs, dimensions, threads);
        if (learned is not null)
        {
            created.SetParameters(learned);
        }

        return created;
    }

    private StageInputs? Following() => stage + 1 < inputs.Stages ? inputs.At(stage + 1, default) : null;
}
