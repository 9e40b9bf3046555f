using Vicinity.Cli;

using Xunit;

namespace Vicinity.Tests;

public sealed class ProgressLineTests
{
    [Fact]
    public void A_terminal_sees_one_line_that_renews_itself() =>
        Assert.Equal("\r\e[2Kgoing\r\e[2Kdone\r\e[2Kstays\n\r\e[2K", Talk(live: true, quiet: false));

    [Fact]
    public void A_file_sees_only_what_is_done() => Assert.Equal("done\nstays\n", Talk(live: false, quiet: false));

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Quiet_is_quiet(bool live) => Assert.Empty(Talk(live, quiet: true));

    private static string Talk(bool live, bool quiet)
    {
        using StringWriter output = new() { NewLine = "\n" };
        ProgressLine line = new(output, live, quiet);
        line.Show("going");
        line.Done("done");
        line.Say("stays");
        line.Clear();
        return output.ToString();
    }
}
