namespace Vicinity;

/// <content>A run that is kept, taken back, or steered.</content>
public sealed partial class EmbeddingRun
{
    /// <summary>The run as it stands, to go back to with <see cref="Restore(RunState)"/> or to be written to a file.</summary>
    /// <remarks>Cost: a copy of some 24 n bytes in two dimensions; 20 times that of the map for L-BFGS.</remarks>
    public RunState Save() => Save(static _ => { });

    /// <summary>Goes back, or on, to a state: from there the run continues bit for bit as it did, or would have, from there.</summary>
    /// <remarks>A state of this process brings objective and affinities with it, if they have been changed since; one from a file does not.</remarks>
    /// <param name="state">Of this run, or of one with the same affinities, objective, optimiser and gradient.</param>
    /// <exception cref="InvalidDataException">The state is of another run; the message says what differs. The run is as before.</exception>
    public void Restore(RunState state)
    {
        ArgumentNullException.ThrowIfNull(state);
        Restore(state, static _ => { });
    }

    /// <summary>Goes over to other affinities (another perplexity) or another objective (another parameter) and keeps the positions.</summary>
    /// <remarks>
    /// The optimiser keeps its steps and gains; line searches begin anew, as do learned parameters. Exaggeration is changed by the next phase.
    /// </remarks>
    /// <param name="affinities">P of as many points; null for what the run has.</param>
    /// <param name="objective">What is descended from now on; null for what the run has. Without affinities it must read what the old one reads.</param>
    /// <exception cref="ArgumentException">They do not fit together, or the number of points is another one. The run is as before.</exception>
    public void Change(Affinities? affinities = null, Objective? objective = null)
    {
        Objective next = objective ?? this.objective;
        if (affinities is null && !ReadsTheSame(next, this.objective))
        {
            throw new ArgumentException($"{next.Name} reads other inputs than {this.objective.Name}. Give affinities that belong to it.", nameof(objective));
        }

        if (affinities is not null && affinities.Count != positions.Count)
        {
            throw new ArgumentException($"The affinities have {affinities.Count} points, but the map has {positions.Count}.", nameof(affinities));
        }

        Change(affinities is null ? inputs : RunInputs.From(affinities, next), next);
    }

    /// <summary>The state, with more of whoever drives the run.</summary>
    internal RunState Save(Action<StateStore> more)
    {
        SectionSet sections = new("the state of the run");
        StateStore store = new(sections, isReading: false);
        Exchange(store);
        more(store.Inside("driver"));
        return new(sections, inputs, objective);
    }

    internal void Restore(RunState state, Action<StateStore> more)
    {
        RunState before = Save();
        try
        {
            Take(state);
            more(new StateStore(state.Sections, isReading: true).Inside("driver"));
        }
        catch
        {
            Take(before);
            throw;
        }
    }

    private static bool ReadsTheSame(Objective next, Objective present) =>
        next.Parts.Count == present.Parts.Count
        && next.Parts.Zip(present.Parts).All(pair => Reads(pair.First.Part) == Reads(pair.Second.Part));

    private static (ObjectiveInput, AffinityForm, InputKernel, AffinitySymmetry, OutputPrecision, double) Reads(Objective part) =>
        (part.Input, part.AffinityForm, part.InputKernel, part.Symmetry, part.OutputPrecision, part.PointParameter);

    private void Take(RunState state)
    {
        if (state.Inputs is { } given && state.Objective is { } descended && (!ReferenceEquals(given, inputs) || !ReferenceEquals(descended, objective)))
        {
            Change(given, descended);
        }

        Exchange(new StateStore(state.Sections, isReading: true));
    }

    private void Change(RunInputs newInputs, Objective newObjective)
    {
        engine.Change(newInputs, OptimizerChoice.Descended(newObjective, optimizer));
        bool keeps = newObjective.Parts[0].Part.Learned == LearnedParameter.None && objective.Parts[0].Part.Learned == LearnedParameter.None;
        descent = keeps ? descent : Descents.Create(engine, newObjective, positions, optimizer, parameterDescent, threads);
        descent.ObjectiveChanged();
        (inputs, objective) = (newInputs, newObjective);
        (loss, lossAtLastCheck, Converged) = (null, null, false);
    }

    /// <summary>Everything that the next iteration depends on, both ways: first what must be equal, then what comes back.</summary>
    private void Exchange(StateStore store)
    {
        Require(store, "count", positions.Count, "points");
        Require(store, "dimensions", positions.Dimensions, "dimensions");
        Require(store, "optimizer", (int)optimizer, "for its optimizer");
        Require(store, "descent", (int)parameterDescent, "for its way to learn parameters");
        Require(store, "gradient", engine.Method is ParticleMesh ? 1 : engine.Method is BarnesHut ? 2 : 0, "for its gradient");
        Iteration = store.Count("iteration", Iteration);
        Converged = store.Flag("converged", Converged);
        double last = store.Number("loss", lossAtLastCheck ?? double.NaN);
        lossAtLastCheck = double.IsNaN(last) ? null : last;
        loss = store.IsReading ? null : loss;
        store.Exchange("positions", positions.All);
        if (store.IsReading && positions.All.ContainsAnyExceptInRange(float.MinValue, float.MaxValue))
        {
            throw store.Damage("a position is not a number");
        }

        engine.Exchange(store.Inside("engine"));
        descent.Exchange(store.Inside("descent"));
    }

    private static void Require(StateStore store, string name, int own, string what)
    {
        int found = store.Count(name, own, int.MinValue);
        if (found != own)
        {
            throw store.Damage($"it is the state of a run with {found} {what}, but this run has {own}");
        }
    }
}
