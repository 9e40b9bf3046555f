using Vicinity.Scoreboard;

using Xunit;

namespace Vicinity.Tests;

/// <summary>The table of the front page says what the raw results say.</summary>
public sealed class ScoreboardTests
{
    private static readonly Score Sample = new()
    {
        Set = "rings", Rows = 1200, Columns = 7, Tool = "tool", Version = "1.2", Status = "ok",
        Wall = 2.25, Processor = 3.5, Peak = 120, ExactLoss = 0.8127, Kept = 0.5, Date = "2026-01-02", Machine = "a machine; 2 cores",
    };

    [Fact]
    public void The_front_page_has_the_table_of_the_raw_results()
    {
        string page = Repository.Read("README.md");
        Assert.Equal(ScoreTable.PutInto(page, Score.Read(Path.Combine(Repository.Root, "bench/results/scoreboard.csv"))), page);
    }

    [Fact]
    public void A_result_is_read_as_it_was_written()
    {
        using SampleFolder folder = new();
        File.WriteAllLines(folder.In("scores.csv"), [Score.Header, Sample.ToLine()]);
        Assert.Equal(Sample, Assert.Single(Score.Read(folder.In("scores.csv"))));
        File.WriteAllLines(folder.In("scores.csv"), ["a,b", "1,2"]);
        Assert.Throws<InvalidDataException>(() => Score.Read(folder.In("scores.csv")));
    }

    [Fact]
    public void A_run_that_was_stopped_has_its_reason_for_a_time()
    {
        string[] lines = ScoreTable.Of([Sample, Sample with { Tool = "slow", Status = "over 120 s" }, Sample with { Set = "few", Rows = 3, ExactLoss = double.NaN }]).Split('\n');
        Assert.Equal(
            ["| data | slow 1.2 | tool 1.2 |", "|---|---|---|", "| few, 3 x 7 |  | 2.3 s, 3.5 s, 120 MB; -; 0.500; - |", "| rings, 1,200 x 7 | over 120 s | 2.3 s, 3.5 s, 120 MB; 0.813; 0.500; - |"],
            lines[^4..]);
    }
}
