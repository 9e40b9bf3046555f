namespace Vicinity.Cli;

/// <summary>Owns the loop of a run, so that a map that was interrupted is kept.</summary>
internal sealed class Optimizer(EmbeddingRun run, IReadOnlyList<Phase> schedule, ProgressLine line)
{
    public const string Stage = "optimize";

    private const int Step = 50;

    private readonly int planned = schedule.Sum(phase => phase.Iterations);
    private readonly StageClock clock = new();

    /// <summary>True if the schedule was cut short from outside.</summary>
    public bool Interrupted { get; private set; }

    /// <summary>Runs the schedule; a cancelled run stays at its last complete iteration.</summary>
    public void Run(CancellationToken cancellation)
    {
        try
        {
            foreach (Phase phase in schedule)
            {
                Advance(phase, cancellation);
                line.Done($"{Stage}  {Position(phase)}  {clock.Total.TotalSeconds:F2} s");
            }
        }
        catch (OperationCanceledException)
        {
            Interrupted = true;
            line.Say($"interrupted at iteration {run.Iteration} of {planned}; the map so far is kept.");
        }
    }

    private void Advance(Phase phase, CancellationToken cancellation)
    {
        for (int done = 0; done < phase.Iterations && !run.Converged; done += Step)
        {
            run.Advance(phase with { Iterations = Math.Min(Step, phase.Iterations - done) }, cancellation);
            if (line.IsLive)
            {
                line.Show($"{Stage}  {Bar()} {Position(phase)}  {Pace()}");
            }
        }
    }

    private string Position(Phase phase) =>
        $"{run.Iteration}/{planned}  loss {run.Loss:F4}{(phase.Exaggeration > 1 ? $"  exaggeration {phase.Exaggeration}" : "")}";

    private string Bar() => $"[{new string('#', 20 * run.Iteration / planned),-20}]".Replace(' ', '-');

    private string Pace()
    {
        double perSecond = run.Iteration / clock.Total.TotalSeconds;
        return $"{perSecond:F0} it/s  {(planned - run.Iteration) / perSecond:F0} s left";
    }
}
