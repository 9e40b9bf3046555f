using Vicinity.Cli;

using Xunit;

namespace Vicinity.Tests;

public sealed class PhaseReporterTests
{
    private static readonly IReadOnlyList<Phase> Schedule = [new(80) { Exaggeration = 12 }, new(120)];

    [Fact]
    public void A_file_sees_one_line_per_phase()
    {
        string[] lines = Talk(50, 80, 100, 150, 200);
        Assert.Equal(2, lines.Length);
        Assert.StartsWith("optimize  80/200  loss 1.5000", lines[0], StringComparison.Ordinal);
        Assert.StartsWith("optimize  200/200  loss 1.5000", lines[1], StringComparison.Ordinal);
    }

    [Fact]
    public void A_phase_that_stops_early_is_told_of()
    {
        string[] lines = Talk(50, 80, 100, 150);
        Assert.Equal(2, lines.Length);
        Assert.StartsWith("optimize  150/200", lines[1], StringComparison.Ordinal);
        Assert.EndsWith("the loss stands still", lines[1], StringComparison.Ordinal);
    }

    [Fact]
    public void A_schedule_without_iterations_has_nothing_to_tell() => Assert.Empty(Talk());

    private static string[] Talk(params int[] iterations)
    {
        using StringWriter output = new() { NewLine = "\n" };
        PhaseReporter reporter = new(Schedule, new(output, live: false, quiet: false));
        foreach (int iteration in iterations)
        {
            reporter.Report(new("optimize", iteration, 200, 1.5));
        }

        reporter.End();
        return output.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }
}
