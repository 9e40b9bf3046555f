namespace Vicinity.Cli;

/// <summary>Turns what went wrong into one line and an exit code, never a stack trace.</summary>
internal static class Failure
{
    public static int Guard(Func<int> work)
    {
        try
        {
            return work();
        }
        catch (Exception exception)
        {
            return Report(exception);
        }
    }

    /// <summary>The first line of a message, without the name of the parameter that .NET adds.</summary>
    public static string Message(Exception exception)
    {
        string line = exception.Message.ReplaceLineEndings("\n").Split('\n')[0];
        return exception is ArgumentException { ParamName: { } name } ? line.Replace($" (Parameter '{name}')", "") : line;
    }

    private static int Report(Exception outer)
    {
        Exception exception = outer is TypeInitializationException && outer.InnerException is { } cause ? cause : outer;
        Console.Error.WriteLine($"vicinity: {Words(exception)}");
        if (Environment.GetEnvironmentVariable("VICINITY_DEBUG") == "1")
        {
            Console.Error.WriteLine(outer);
        }

        return Code(exception);
    }

    private static string Words(Exception exception) => exception switch
    {
        OperationCanceledException => "interrupted before there was a map; nothing was written.",
        OutOfMemoryException => "not enough memory; try fewer rows with --limit or --sample.",
        InvalidDataException or ArgumentException or IOException or UnauthorizedAccessException or InvalidOperationException => Message(exception),
        _ => $"{exception.GetType().Name}: {Message(exception)} (VICINITY_DEBUG=1 shows where)",
    };

    private static int Code(Exception exception) => exception switch
    {
        OperationCanceledException => ExitCode.Interrupted,
        InvalidDataException => ExitCode.BadData,
        ArgumentException => ExitCode.Usage,
        _ => ExitCode.Failure,
    };
}
