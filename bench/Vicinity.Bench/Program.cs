using BenchmarkDotNet.Running;

using Vicinity.Bench;

if (args is ["contact-sheet", var output, .. var maps])
{
    ContactSheet.Write(output, maps);
    return;
}

if (args is ["tuning", var file, var sets, var methods, .. var variants])
{
    Tuning.Run(file, sets, methods, variants);
    return;
}

BenchmarkSwitcher.FromAssembly(typeof(GradientBenchmarks).Assembly).Run(args);
