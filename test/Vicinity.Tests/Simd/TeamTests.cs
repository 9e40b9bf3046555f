using Xunit;

namespace Vicinity.Tests;

public sealed class TeamTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    [Fact]
    public void Every_block_runs_once_in_jobs_of_any_size()
    {
        for (int blocks = 2; blocks < 2000; blocks += 7)
        {
            int[] times = new int[blocks];
            Blocks.Run(blocks, 1, 2, (block, _, _) => Interlocked.Increment(ref times[block]));
            Assert.All(times, count => Assert.Equal(1, count));
        }
    }

    [Fact]
    public void Two_threads_work_at_once_and_a_helper_that_slept_comes_again()
    {
        Assert.SkipWhen(Environment.ProcessorCount < 2, "One core has no helpers.");
        for (int pause = 0; pause < 3; pause++)
        {
            using Barrier both = new(2);
            bool[] met = new bool[2];
            Blocks.Run(2, 1, 2, (block, _, _) => met[block] = both.SignalAndWait(Patience));
            Assert.Equal([true, true], met);
            Thread.Sleep(50);
        }
    }

    [Fact]
    public void What_a_block_throws_is_thrown_and_the_next_job_runs()
    {
        for (int bad = 0; bad < 20; bad++)
        {
            FormatException thrown = Assert.Throws<FormatException>(() => Blocks.Run(20, 1, 2, (block, _, _) =>
            {
                if (block == bad)
                {
                    throw new FormatException($"block {block}");
                }
            }));
            Assert.Equal($"block {bad}", thrown.Message);
            Assert.Equal(190, Sum(20, 2));
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(8)]
    public void A_block_that_fails_or_is_cancelled_reads_alike_on_any_number_of_threads(int threads)
    {
        Assert.Throws<FormatException>(() => Blocks.Run(9, 1, threads, (_, _, _) => throw new FormatException("all of them")));
        using CancellationTokenSource stop = new();
        int begun = 0;
        Assert.Throws<OperationCanceledException>(() => Blocks.Run(1000, 1, threads, (_, _, _) =>
        {
            Interlocked.Increment(ref begun);
            stop.Cancel();
        }, stop.Token));
        Assert.InRange(begun, 1, threads);
    }

    [Fact]
    public void Work_within_work_and_beside_it_is_done_as_well()
    {
        int[] sums = new int[64];
        Parallel.For(0, 4, caller => Blocks.Run(16, 1, 2, (block, _, _) => sums[(16 * caller) + block] = Sum(100, 2)));
        Assert.All(sums, sum => Assert.Equal(4950, sum));
    }

    private static int Sum(int count, int threads)
    {
        int sum = 0;
        Blocks.Run(count, 1, threads, (block, _, _) => Interlocked.Add(ref sum, block));
        return sum;
    }
}
