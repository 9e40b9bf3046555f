using System.Diagnostics;

namespace Vicinity.Cli;

/// <summary>Wall time by stage: a stage lasts until the next one begins.</summary>
internal sealed class StageClock
{
    private readonly Stopwatch total = Stopwatch.StartNew();
    private readonly List<(string Stage, TimeSpan Begin)> begins = [];

    public TimeSpan Total => total.Elapsed;

    /// <summary>The stage that is under way; empty before the first.</summary>
    public string Current => begins.Count == 0 ? "" : begins[^1].Stage;

    /// <summary>How long the present stage has lasted.</summary>
    public TimeSpan Elapsed => begins.Count == 0 ? TimeSpan.Zero : Total - begins[^1].Begin;

    /// <summary>Seconds of every stage, in order; the last one until now.</summary>
    public IEnumerable<(string Stage, double Seconds)> Stages =>
        begins.Select((begin, i) => (begin.Stage, ((i + 1 < begins.Count ? begins[i + 1].Begin : Total) - begin.Begin).TotalSeconds));

    public void Begin(string stage) => begins.Add((stage, Total));
}
