using System.Diagnostics;

namespace Vicinity.Cli;

/// <summary>Tells how the optimisation goes: a renewed line on a terminal, else one line per phase.</summary>
internal sealed class PhaseReporter : IProgress<FitProgress>
{
    public const string Stage = "optimize";

    private readonly IReadOnlyList<Phase> schedule;
    private readonly ProgressLine line;
    private readonly Stopwatch clock = Stopwatch.StartNew();
    private FitProgress last;

    public PhaseReporter(IReadOnlyList<Phase> schedule, ProgressLine line)
    {
        this.schedule = schedule;
        this.line = line;
    }

    public void Report(FitProgress value)
    {
        last = value;
        if (EndsPhase(value.Iteration))
        {
            line.Done(Position(value));
        }
        else
        {
            line.Show($"{Bar(value)} {Position(value)}  {Pace(value)}");
        }
    }

    /// <summary>The optimisation is complete, perhaps sooner than planned.</summary>
    public void End()
    {
        if (!EndsPhase(last.Iteration))
        {
            line.Done($"{Position(last)}: the loss stands still");
        }
    }

    private bool EndsPhase(int iteration)
    {
        int end = 0;
        return iteration == 0 || schedule.Any(phase => (end += phase.Iterations) == iteration);
    }

    private string Position(FitProgress value) =>
        $"{Stage}  {value.Iteration}/{value.Iterations}  loss {value.Loss:F4}  {clock.Elapsed.TotalSeconds:F2} s";

    private static string Bar(FitProgress value) => $"[{new string('#', 20 * value.Iteration / value.Iterations).PadRight(20, '-')}]";

    private string Pace(FitProgress value)
    {
        double perSecond = value.Iteration / clock.Elapsed.TotalSeconds;
        return $"{perSecond:F0} it/s, {(value.Iterations - value.Iteration) / perSecond:F0} s left";
    }
}
