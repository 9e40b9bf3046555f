using System.Diagnostics;

namespace Vicinity.Cli;

/// <summary>The maximum resident set of this process.</summary>
internal static class PeakMemory
{
    private const string LinuxStatus = "/proc/self/status";

    public static long Bytes()
    {
        string? line = File.Exists(LinuxStatus) ? File.ReadLines(LinuxStatus).FirstOrDefault(text => text.StartsWith("VmHWM:", StringComparison.Ordinal)) : null;
        if (line is not null)
        {
            return 1024 * long.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)[1]);
        }

        using Process self = Process.GetCurrentProcess();
        return self.PeakWorkingSet64;
    }
}
