using System.Runtime.ExceptionServices;

namespace Vicinity;

/// <summary>
/// One thread for every core but the caller's, awake for a moment after a job: an iteration is some ten passes of a tenth of a
/// millisecond, and a thread of the pool takes a good part of that to come.
/// </summary>
/// <remarks>
/// Nobody waits for a helper that does not come. Who is awake claims blocks until there are none; the caller then waits for blocks that
/// were begun, and for nothing else. So other work on the machine takes no more from a run than the cores it occupies.
/// </remarks>
internal sealed class Team
{
    /// <summary>How often a helper looks for the next job before it sleeps: about a fifth of a millisecond.</summary>
    private const int Looks = 500;

    /// <summary>After so many it lets others have the core, of which the caller may be one.</summary>
    private const int LooksPerTurn = 8;

    private readonly Helper[] helpers;
    private Job? job;

    private Team(int count) => helpers = [.. Enumerable.Range(0, count).Select(number => new Helper(this, number))];

    /// <summary>The one of this process.</summary>
    public static Team Shared { get; } = new(Environment.ProcessorCount - 1);

    /// <summary>Runs work(b) for every block; false, with nothing done, if the team is smaller than asked or at work already.</summary>
    /// <remarks>What a block throws ends the job, and is thrown here.</remarks>
    public bool TryRun(int blocks, int threads, Action<int> work)
    {
        if (threads > helpers.Length + 1)
        {
            return false;
        }

        Job mine = new(blocks, Math.Min(threads, blocks) - 1, work);
        if (Interlocked.CompareExchange(ref job, mine, null) is not null)
        {
            return false;
        }

        for (int number = 0; number < mine.Helpers; number++)
        {
            helpers[number].Wake();
        }

        mine.Claim();
        mine.AwaitOthers();
        Volatile.Write(ref job, null);
        mine.ThrowIfFailed();
        return true;
    }

    private sealed class Helper
    {
        private readonly Team team;
        private readonly int number;
        private readonly object bell = new();
        private volatile bool isAsleep;

        public Helper(Team team, int number)
        {
            (this.team, this.number) = (team, number);
            new Thread(Serve) { IsBackground = true, Name = $"Vicinity {number + 1}" }.Start();
        }

        /// <summary>What may be claimed from now.</summary>
        private Job? Open => Volatile.Read(ref team.job) is { IsOpen: true } open && number < open.Helpers ? open : null;

        public void Wake()
        {
            if (isAsleep)
            {
                lock (bell)
                {
                    Monitor.Pulse(bell);
                }
            }
        }

        private void Serve()
        {
            while (true)
            {
                if (Look() is { } open)
                {
                    open.Claim();
                }
                else
                {
                    Sleep();
                }
            }
        }

        private Job? Look()
        {
            for (int look = 1; look <= Looks; look++)
            {
                if (Open is { } open)
                {
                    return open;
                }

                Thread.SpinWait(8);
                if (look % LooksPerTurn == 0)
                {
                    Thread.Yield();
                }
            }

            return null;
        }

        /// <summary>Says so first and looks once more then: a caller either sees the one or is seen by the other.</summary>
        private void Sleep()
        {
            lock (bell)
            {
                isAsleep = true;
                Interlocked.MemoryBarrier();
                if (Open is null)
                {
                    Monitor.Wait(bell);
                }

                isAsleep = false;
            }
        }
    }

    private sealed class Job(int blocks, int helpers, Action<int> work)
    {
        private int next;
        private int done;
        private Exception? failure;

        public int Helpers => helpers;

        public bool IsOpen => Volatile.Read(ref next) < blocks;

        /// <summary>Works as long as there are blocks.</summary>
        public void Claim()
        {
            int claimed = 0;
            for (int block; (block = Interlocked.Increment(ref next) - 1) < blocks; claimed++)
            {
                try
                {
                    if (Volatile.Read(ref failure) is null)
                    {
                        work(block);
                    }
                }
                catch (Exception exception)
                {
                    Interlocked.CompareExchange(ref failure, exception, null);
                }
            }

            Interlocked.Add(ref done, claimed);
        }

        public void AwaitOthers()
        {
            SpinWait wait = default;
            while (Volatile.Read(ref done) < blocks)
            {
                wait.SpinOnce(sleep1Threshold: -1);
            }
        }

        public void ThrowIfFailed()
        {
            if (failure is not null)
            {
                ExceptionDispatchInfo.Throw(failure);
            }
        }
    }
}
