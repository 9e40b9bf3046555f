using BenchmarkDotNet.Running;

using Vicinity.Bench;

if (args is ["contact-sheet", var output, .. var maps])
{
    ContactSheet.Write(output, maps);
    return;
}

BenchmarkSwitcher.FromAssembly(typeof(GradientBenchmarks).Assembly).Run(args);
