using System.CommandLine;
using System.CommandLine.Invocation;
using System.Runtime.InteropServices;

namespace Vicinity.Cli;

/// <summary><c>--info</c>: what a report about speed or a bug should say of the computer.</summary>
internal static class MachineOption
{
    public static Option<bool> Build() => new("--info") { Description = "Show the runtime, the cores and the vector units.", Action = new Show() };

    private sealed class Show : SynchronousCommandLineAction
    {
        public override int Invoke(ParseResult parseResult)
        {
            TextWriter output = parseResult.InvocationConfiguration.Output;
            output.WriteLine($"runtime               {RuntimeInformation.FrameworkDescription}");
            output.WriteLine($"system                {RuntimeInformation.OSDescription} {RuntimeInformation.ProcessArchitecture}");
            output.WriteLine($"cores                 {Environment.ProcessorCount}");
            output.WriteLine($"vector bits           {Machine.VectorBits}");
            output.WriteLine($"fused multiply-add    {(Machine.HasFusedMultiplyAdd ? "yes" : "no")}");
            return ExitCode.Success;
        }
    }
}
