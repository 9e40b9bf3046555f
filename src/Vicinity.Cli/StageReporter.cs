namespace Vicinity.Cli;

/// <summary>Times the stages of a fit and tells of them.</summary>
internal sealed class StageReporter(StageClock clock, ProgressLine line) : IProgress<FitProgress>
{
    /// <summary>A stage before the optimisation begins.</summary>
    public void Report(FitProgress value)
    {
        if (value.Stage != clock.Current)
        {
            Begin(value.Stage);
        }
    }

    public void Begin(string stage)
    {
        End();
        clock.Begin(stage);
        line.Show(stage);
    }

    /// <summary>The last stage is done; the optimisation has told of its phases itself.</summary>
    public void End()
    {
        if (clock.Current is not ("" or PhaseReporter.Stage))
        {
            line.Done($"{clock.Current}  {clock.Elapsed.TotalSeconds:F2} s");
        }
    }
}
