namespace Vicinity.Cli;

/// <summary>One run of the tool: read, prepare, optimise, write, report; the last four for each map that is asked for.</summary>
/// <param name="requests">One for each map, alike in all that comes before the neighbours.</param>
internal sealed class FitJob(IReadOnlyList<FitRequest> requests)
{
    private readonly StageClock clock = new();
    private readonly ProgressLine line = ProgressLine.ForTerminal(requests[0].Quiet);
    private Checkpoints? checkpoints;

    private MapRequest First => requests[0].Map;

    /// <param name="inputs">Files that must not be overwritten.</param>
    /// <param name="load">Brings the data.</param>
    /// <returns>The exit code.</returns>
    public int Run(IReadOnlyList<string> inputs, Func<MapInput> load)
    {
        IReadOnlyList<string> read = First.StartFile is null ? inputs : [.. inputs, First.StartFile];
        new OutputFiles([.. requests.SelectMany(request => request.Outputs)]).Check(read);
        Keeping? keeping = requests[0].Keeping;
        using RunFolder? folder = keeping?.Open([.. read.Where(File.Exists)]);
        checkpoints = folder is null ? null : new(folder, keeping!.Every, line.Say);
        using Interrupt interrupt = new();
        return Work(load, interrupt.Token) ? ExitCode.Success : ExitCode.Interrupted;
    }

    /// <returns>False if it was interrupted; the map in work is then written as it stood.</returns>
    private bool Work(Func<MapInput> read, CancellationToken cancellation)
    {
        StageReporter stages = new(clock, line);
        try
        {
            stages.Begin("read");
            MapInput input = read();
            input.Check();
            input = input.ForOneMap(requests.Any(request => request.IncludesData && request.Outputs.Any(OutputFiles.IsModel)));
            Start? given = First.StartFile is null ? null : Start.From(StartFile.Read(First.StartFile, input.Data.Count, First.Options.Dimensions));
            EmbeddingOptions[] options = [.. requests.Select(request => given is null ? request.Map.Options : request.Map.Options with { Start = given })];
            int map = 0;
            foreach (PreparedEmbedding prepared in Prepare(input, options, stages, cancellation))
            {
                if (!Make(input, requests[map++], prepared, stages, cancellation))
                {
                    return false;
                }
            }

            return true;
        }
        finally
        {
            line.Clear();
        }
    }

    /// <returns>False if it was interrupted.</returns>
    private bool Make(MapInput input, FitRequest request, PreparedEmbedding prepared, StageReporter stages, CancellationToken cancellation)
    {
        checkpoints?.Restore(prepared);

        // What only the preparation needed may be as large as all that the optimisation needs.
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive);
        stages.Begin(PhaseReporter.Stage);
        bool isComplete = Complete(prepared, cancellation);
        EmbeddingModel model = prepared.Finish();
        stages.Begin("write");
        Write(new(request.Outputs), new(input, model) { Picture = request.Picture, IncludesData = request.IncludesData });
        stages.End();
        line.Clear();
        Tell(new(input, model, request, clock));
        return isComplete;
    }

    private void Write(OutputFiles files, FinishedMap map)
    {
        try
        {
            files.Write(map);
        }
        catch (IOException) when (checkpoints is not null)
        {
            line.Say(checkpoints.Kept);
            throw;
        }
    }

    /// <returns>False if the run was interrupted; it then stays at its last complete iteration.</returns>
    private bool Complete(PreparedEmbedding prepared, CancellationToken cancellation)
    {
        PhaseReporter phases = new(prepared.ResolvedOptions.Schedule, line);
        try
        {
            prepared.CompleteWith(phases, checkpoints is null ? null : () => checkpoints.KeepIfDue(prepared), cancellation);
            phases.End();
            checkpoints?.Keep(prepared);
            return true;
        }
        catch (OperationCanceledException)
        {
            line.Say($"interrupted after {Counted.Of(prepared.Run.Iteration, "iteration")}; the map so far is kept");
            if (checkpoints?.Keep(prepared) == true)
            {
                line.Say($"continue with: {checkpoints.Command}");
            }

            return false;
        }
    }

    private static IEnumerable<PreparedEmbedding> Prepare(MapInput input, EmbeddingOptions[] options, StageReporter stages, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        try
        {
            return NeighborEmbedding.PrepareSweep(input.Data, input.ColumnNames, options, stages, cancellation);
        }
        catch (ArgumentException exception) when (exception.ParamName == "data")
        {
            throw new InvalidDataException($"{input.Name}: {Failure.Message(exception)}", exception);
        }
    }

    private void Tell(FitReport report)
    {
        foreach (FitWarning warning in report.Warnings)
        {
            line.Say($"! {warning.Code} {warning.Message}");
        }

        Console.Out.Write(report.Request.Json ? JsonReport.Text(report) : Summary.Text(report));
    }
}
