using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Vicinity.EndToEnd;

/// <summary>The built tool as a process of its own.</summary>
internal sealed partial class Tool : IDisposable
{
    private readonly Process process;
    private readonly Task<string> output;
    private readonly List<string> errors = [];
    private readonly TaskCompletionSource errorsEnded = new();

    /// <param name="scratch">Where it runs.</param>
    /// <param name="arguments">Its command line.</param>
    /// <param name="environment">What it finds there besides.</param>
    /// <param name="before">What the shell does before it becomes the tool; null for no shell.</param>
    private Tool(Scratch scratch, IEnumerable<string> arguments, IEnumerable<(string Name, string Value)> environment, string? before = null)
    {
        string[] words = ["dotnet", "exec", Path.Combine(AppContext.BaseDirectory, "Vicinity.Cli.dll"), .. arguments];
        words = before is null ? words : ["bash", "-c", $"{before}; exec \"$@\"", .. words.Prepend("bash")];
        ProcessStartInfo start = new(words[0], words[1..])
        {
            WorkingDirectory = scratch.Folder,
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach ((string name, string value) in environment)
        {
            start.Environment[name] = value;
        }

        process = Process.Start(start)!;
        process.StandardInput.Close();
        output = process.StandardOutput.ReadToEndAsync();
        process.ErrorDataReceived += (_, line) => Hear(line.Data);
        process.BeginErrorReadLine();
    }

    /// <summary>Runs the tool in a folder until it ends.</summary>
    public static ToolResult Run(Scratch scratch, params string[] arguments) => RunWith(scratch, [], arguments);

    /// <summary>Runs the tool with more environment.</summary>
    public static ToolResult RunWith(Scratch scratch, IEnumerable<(string Name, string Value)> environment, params string[] arguments)
    {
        using Tool tool = new(scratch, arguments, environment);
        return tool.End();
    }

    /// <summary>Runs the tool where no file can become longer than so many KiB, which to it is a disk that is full.</summary>
    public static ToolResult RunShort(Scratch scratch, int longest, params string[] arguments)
    {
        // The signal would end the process, and the runtime itself makes a large file unless told not to.
        using Tool tool = new(scratch, arguments, [("DOTNET_EnableWriteXorExecute", "0")], $"trap '' XFSZ; ulimit -f {longest}");
        return tool.End();
    }

    /// <summary>Starts the tool and leaves it running.</summary>
    public static Tool Start(Scratch scratch, params string[] arguments) => new(scratch, arguments, []);

    /// <summary>Waits until a line on stderr begins with a word.</summary>
    public void WaitFor(string word)
    {
        Stopwatch clock = Stopwatch.StartNew();
        while (!Errors().Any(line => line.StartsWith(word, StringComparison.Ordinal)))
        {
            if (process.HasExited || clock.Elapsed > TimeSpan.FromMinutes(2))
            {
                throw new InvalidOperationException($"No line '{word}' on stderr: {string.Join('\n', Errors())}");
            }

            Thread.Sleep(20);
        }
    }

    public void Signal(PosixSignal signal)
    {
        int number = signal == PosixSignal.SIGINT ? 2 : 15;
        if (Kill(process.Id, number) != 0)
        {
            throw new InvalidOperationException($"The signal {signal} could not be sent.");
        }
    }

    /// <summary>True if the tool has ended before the time is over.</summary>
    public bool EndsWithin(TimeSpan time) => process.WaitForExit(time);

    /// <summary>kill -9.</summary>
    public void Kill()
    {
        process.Kill();
        process.WaitForExit();
    }

    public ToolResult End()
    {
        if (!process.WaitForExit(TimeSpan.FromMinutes(3)))
        {
            process.Kill();
            throw new TimeoutException($"The tool did not end: {string.Join('\n', Errors())}");
        }

        errorsEnded.Task.Wait();
        return new(process.ExitCode, output.Result, string.Join('\n', Errors()));
    }

    public void Dispose()
    {
        if (!process.HasExited)
        {
            process.Kill();
        }

        process.Dispose();
    }

    private void Hear(string? line)
    {
        if (line is null)
        {
            errorsEnded.TrySetResult();
            return;
        }

        lock (errors)
        {
            errors.Add(line);
        }
    }

    private List<string> Errors()
    {
        lock (errors)
        {
            return [.. errors];
        }
    }

    [LibraryImport("libc", EntryPoint = "kill")]
    private static partial int Kill(int process, int signal);
}
