using BenchmarkDotNet.Running;

BenchmarkSwitcher.FromAssembly(typeof(Vicinity.Bench.GradientBenchmarks).Assembly).Run(args);
