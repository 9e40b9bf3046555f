using System.Diagnostics;
using System.Globalization;

namespace Vicinity.Bench;

/// <summary>A table of the times of exact gradients, in processor time, which other work on the machine hardly changes.</summary>
internal static class GradientTable
{
    private const int Points = 10_000;
    private const int Gradients = 8;
    private const int LongestMilliseconds = 1500;

    private static readonly string[] AllKernels =
    [
        "t", "own t", "Gaussian", "heavy 0.5", "heavy 0.7", "UMAP", "t, row", "Gaussian, row", "UMAP, row",
        "Gaussian beta_i, row", "heavy alpha_i, row", "t nu_i, row", "t nu_i",
    ];

    /// <summary>Writes one line per cost, one column per kernel, ms per gradient.</summary>
    /// <param name="costs">Costs, apart by semicolons; empty for all.</param>
    /// <param name="kernels">Kernels, apart by semicolons; empty for all.</param>
    public static void Write(string costs, string kernels)
    {
        string[] columns = kernels.Length == 0 ? AllKernels : kernels.Split(';');
        Console.WriteLine($"| ms | {string.Join(" | ", columns)} |");
        Console.WriteLine($"|---|{string.Concat(columns.Select(_ => "--:|"))}");
        foreach (string cost in costs.Length == 0 ? [.. GradientCase.CostNames] : costs.Split(';'))
        {
            Console.Write($"| {cost} |");
            foreach (string kernel in columns)
            {
                Console.Write(string.Create(CultureInfo.InvariantCulture, $" {Milliseconds(new GradientCase(cost, kernel, Points, Environment.ProcessorCount)):F1} |"));
            }

            Console.WriteLine();
        }
    }

    /// <summary>The smallest processor time of a few gradients, over the number of cores.</summary>
    private static double Milliseconds(GradientCase member)
    {
        double smallest = double.PositiveInfinity;
        long start = Stopwatch.GetTimestamp();
        for (int run = 0; run < Gradients && (run < 2 || Stopwatch.GetElapsedTime(start).TotalMilliseconds < LongestMilliseconds); run++)
        {
            TimeSpan before = Environment.CpuUsage.TotalTime;
            member.Evaluate();
            smallest = Math.Min(smallest, (Environment.CpuUsage.TotalTime - before).TotalMilliseconds);
        }

        return smallest / Environment.ProcessorCount;
    }
}
