using BenchmarkDotNet.Running;

using Vicinity.Bench;

if (args is ["contact-sheet", var output, .. var maps])
{
    ContactSheet.Write(output, maps);
    return;
}

if (args is ["gradients", .. var only])
{
    GradientTable.Write(only.ElementAtOrDefault(0) ?? "", only.ElementAtOrDefault(1) ?? "");
    return;
}

BenchmarkSwitcher.FromAssembly(typeof(GradientBenchmarks).Assembly).Run(args);
