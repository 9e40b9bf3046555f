using System.Diagnostics;
using System.Globalization;

namespace Vicinity.Bench;

/// <summary>
/// Time per iteration of the default schedule: <c>iterations FILE... [--dims 2,3]</c>. A line for each phase of each file and number of dimensions: the fastest
/// stretch of 25 iterations, of all cores together and by the clock, and at the end what grows how.
/// </summary>
internal static class IterationTable
{
    private const int Stretch = 25;

    /// <summary>The command; returns the exit code.</summary>
    public static int Run(string[] words)
    {
        int at = Array.IndexOf(words, "--dims");
        int[] dimensions = at < 0 ? [2] : [.. words[at + 1].Split(',').Select(int.Parse)];
        Console.WriteLine($"{Environment.ProcessorCount} cores; ms per iteration, best of stretches of {Stretch}");
        Console.WriteLine("| n | dims | gradient | iterations | exaggeration | neighbors | ms | ms of all cores | span |");
        Console.WriteLine("|--:|--:|---|---|--:|--:|--:|--:|--:|");
        List<(int Count, int Dimensions, double Late, double Seconds)> ends = [];
        foreach (string file in at < 0 ? words : words[..at])
        {
            StudyData data = StudyData.Read(file);
            ends.AddRange(dimensions.Select(d => Measure(data, d)));
        }

        (int firstCount, int firstDimensions, double firstLate, double firstSeconds) = ends[0];
        foreach ((int count, int d, double late, double seconds) in ends)
        {
            double growth = (double)count / firstCount;
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"n {count}, {d} dimensions: {late:F2} ms late, {seconds:F2} s in all; beside n {firstCount} in {firstDimensions}: {late / firstLate:F2} times per iteration ({late / firstLate / growth:F2} of linear), {seconds / firstSeconds:F2} times in all"));
        }

        return 0;
    }

    private static (int Count, int Dimensions, double Late, double Seconds) Measure(StudyData data, int dimensions)
    {
        EmbeddingRun run = new(data.Affinities, data.Start(dimensions), Objective.TSne);
        long start = Stopwatch.GetTimestamp();
        double late = 0;
        foreach (Phase phase in Schedule.For(Objective.TSne, data.Rows.Rows))
        {
            int first = run.Iteration;
            (late, double processor) = Best(run, phase);
            Coordinates positions = Coordinates.From(run.Snapshot());
            double span = Enumerable.Range(0, dimensions).Max(d => (double)positions.Axis(d)[..positions.Count].ToArray().Max() - positions.Axis(d)[..positions.Count].ToArray().Min());
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"| {data.Rows.Rows} | {dimensions} | {run.Gradient} | {first + 1}-{run.Iteration} | {phase.Exaggeration} | {(phase.Neighbors == 0 ? "all" : phase.Neighbors)} | {late:F2} | {processor:F2} | {span:F0} |"));
        }

        return (data.Rows.Rows, dimensions, late, Stopwatch.GetElapsedTime(start).TotalSeconds);
    }

    private static (double Clock, double Processor) Best(EmbeddingRun run, Phase phase)
    {
        (double clock, double processor) = (double.PositiveInfinity, double.PositiveInfinity);
        for (int left = phase.Iterations; left > 0; left -= Stretch)
        {
            int iterations = Math.Min(left, Stretch);
            TimeSpan before = Environment.CpuUsage.TotalTime;
            long start = Stopwatch.GetTimestamp();
            run.Advance(phase with { Iterations = iterations, Tolerance = 0 });
            clock = Math.Min(clock, Stopwatch.GetElapsedTime(start).TotalMilliseconds / iterations);
            processor = Math.Min(processor, (Environment.CpuUsage.TotalTime - before).TotalMilliseconds / iterations);
        }

        return (clock, processor);
    }
}
