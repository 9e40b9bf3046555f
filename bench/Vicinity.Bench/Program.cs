using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;
using Vicinity.Bench;

if (args is ["contact-sheet", var output, .. var maps])
{
    ContactSheet.Write(output, maps);
    return 0;
}

if (args is ["generate", ..])
{
    return GeneratedData.Run(args[1..]);
}

if (args is ["sets", var folder, .. var names])
{
    return ScoreboardSets.Write(folder, names);
}

if (args is ["forces", _, ..])
{
    return ForceTable.Run(args[1..]);
}

if (args is ["paired", _, ..])
{
    return PairedRuns.Run(args[1..]);
}

if (args is ["iterations", _, ..])
{
    return IterationTable.Run(args[1..]);
}

if (args is ["schedule", ..])
{
    return ScheduleStudy.Run(args[1..]);
}

if (args is ["gradients", .. var only])
{
    GradientTable.Write(only.ElementAtOrDefault(0) ?? "", only.ElementAtOrDefault(1) ?? "");
    return 0;
}

if (args is ["tuning", var file, var sets, var methods, .. var variants])
{
    Tuning.Run(file, sets, methods, variants);
    return 0;
}

IConfig whole = DefaultConfig.Instance.WithSummaryStyle(SummaryStyle.Default.WithMaxParameterColumnWidth(40));
BenchmarkSwitcher.FromAssembly(typeof(GradientBenchmarks).Assembly).Run(args, whole);
return 0;
