namespace Vicinity.Cli;

/// <summary>One run of the tool: read, prepare, optimise, write, report.</summary>
internal sealed class FitJob(FitRequest request)
{
    private readonly StageClock clock = new();
    private readonly ProgressLine line = ProgressLine.ForTerminal(request.Quiet);
    private Checkpoints? checkpoints;

    /// <param name="inputs">Files that must not be overwritten.</param>
    /// <param name="load">Brings the data.</param>
    /// <returns>The exit code.</returns>
    public int Run(IReadOnlyList<string> inputs, Func<MapInput> load)
    {
        OutputFiles files = new(request.Outputs);
        IReadOnlyList<string> read = request.Map.StartFile is null ? inputs : [.. inputs, request.Map.StartFile];
        files.Check(read);
        checkpoints = request.Keeping is { } keeping ? new(keeping.Open([.. read.Where(File.Exists)]), keeping.Every, line.Say) : null;
        using Interrupt interrupt = new();
        (FitReport report, bool interrupted) = Work(load, files, interrupt.Token);
        Tell(report);
        return interrupted ? ExitCode.Interrupted : ExitCode.Success;
    }

    private (FitReport Report, bool Interrupted) Work(Func<MapInput> read, OutputFiles files, CancellationToken cancellation)
    {
        StageReporter stages = new(clock, line);
        try
        {
            stages.Begin("read");
            MapInput input = read();
            input.Check();
            EmbeddingOptions options = StartFrom(input);
            (EmbeddingModel model, bool interrupted) = Fit(input, options, stages, cancellation);
            stages.Begin("write");
            Write(files, new(input, model) { Picture = request.Picture, IncludesData = request.IncludesData });
            stages.End();
            return (new(input, model, request, clock), interrupted);
        }
        finally
        {
            line.Clear();
        }
    }

    private void Write(OutputFiles files, FinishedMap map)
    {
        try
        {
            files.Write(map);
        }
        catch (IOException) when (checkpoints is not null)
        {
            line.Say($"the map is kept; write it with: {checkpoints.Command}");
            throw;
        }
    }

    private EmbeddingOptions StartFrom(MapInput input) => request.Map.StartFile is null
        ? request.Map.Options
        : request.Map.Options with { Start = Start.From(StartFile.Read(request.Map.StartFile, input.Data.Rows, request.Map.Options.Dimensions)) };

    private (EmbeddingModel Model, bool Interrupted) Fit(MapInput input, EmbeddingOptions options, StageReporter stages, CancellationToken cancellation)
    {
        PreparedEmbedding prepared = Prepare(input, options, stages, cancellation);
        checkpoints?.Restore(prepared);
        stages.Begin(PhaseReporter.Stage);
        bool interrupted = !Complete(prepared, cancellation);
        return (prepared.Finish(), interrupted);
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

    private static PreparedEmbedding Prepare(MapInput input, EmbeddingOptions options, StageReporter stages, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        try
        {
            return NeighborEmbedding.Prepare(input.Data, input.ColumnNames, options, stages, cancellation);
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

        Console.Out.Write(request.Json ? JsonReport.Text(report) : Summary.Text(report));
    }
}
