namespace Vicinity.Cli;

internal static class Program
{
    public static int Main(string[] args) => Failure.Guard(() => CommandLine.Run(args));
}
