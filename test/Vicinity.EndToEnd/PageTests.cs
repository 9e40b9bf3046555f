using System.Diagnostics;

using Xunit;

namespace Vicinity.EndToEnd;

/// <summary>The page in a real browser, from the disk.</summary>
public sealed class PageTests : IDisposable
{
    private const string Browser = "/usr/bin/chromium";

    private readonly Scratch scratch = new();

    public void Dispose() => scratch.Dispose();

    [Fact]
    public void The_page_draws_every_point()
    {
        Tool.Run(scratch, "demo", "--iterations", "100", "-o", "digits.html").EndsWith(0);
        Assert.Contains("data-drawn=\"1797\"", Open("digits.html"), StringComparison.Ordinal);
    }

    /// <returns>The document after its scripts have run.</returns>
    private string Open(string page)
    {
        Assert.True(File.Exists(Browser), $"There is no {Browser}; install the package chromium.");
        using Scratch profile = new();
        ProcessStartInfo start = new(Browser, [.. Flags, $"--user-data-dir={profile.Folder}", $"file://{scratch.PathOf(page)}"])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using Process browser = Process.Start(start)!;
        Task<string> document = browser.StandardOutput.ReadToEndAsync();
        Task<string> errors = browser.StandardError.ReadToEndAsync();
        bool ended = browser.WaitForExit(TimeSpan.FromMinutes(2));
        if (!ended)
        {
            browser.Kill(entireProcessTree: true);
        }

        Assert.True(ended && browser.ExitCode == 0, ended ? errors.Result : "The browser did not end.");
        return document.Result;
    }

    private static string[] Flags =>
    [
        "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
        "--disable-component-update", "--disable-sync", "--virtual-time-budget=5000", "--dump-dom",
    ];
}
