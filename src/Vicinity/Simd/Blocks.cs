using System.Runtime.ExceptionServices;

namespace Vicinity;

/// <summary>Parallel work cut into fixed blocks, never into threads: what a block computes does not depend on who computes it.</summary>
internal static class Blocks
{
    /// <summary>Runs <paramref name="work"/>(block, first, end) for every block of at most <paramref name="size"/> items out of <paramref name="count"/>.</summary>
    /// <remarks>
    /// Sums over blocks belong into one slot per block and are added in block order afterwards. What a block throws is thrown here.
    /// </remarks>
    public static void Run(int count, int size, int threads, Action<int, int, int> work, CancellationToken cancellation = default)
    {
        int blocks = Count(count, size);
        if (threads == 1 || blocks <= 1)
        {
            for (int b = 0; b < blocks; b++)
            {
                RunOne(b);
            }
        }
        else if (!Team.Shared.TryRun(blocks, threads, RunOne))
        {
            RunByPool(blocks, threads, RunOne);
        }

        void RunOne(int b)
        {
            cancellation.ThrowIfCancellationRequested();
            work(b, b * size, Math.Min(count, (b + 1) * size));
        }
    }

    public static int Count(int count, int size) => (int)(((long)count + size - 1) / size);

    /// <summary>For more threads than cores, and for work beside or within other work.</summary>
    private static void RunByPool(int blocks, int threads, Action<int> work)
    {
        try
        {
            Parallel.For(0, blocks, new() { MaxDegreeOfParallelism = threads }, work);
        }
        catch (AggregateException several)
        {
            ExceptionDispatchInfo.Throw(several.InnerExceptions[0]);
        }
    }
}
