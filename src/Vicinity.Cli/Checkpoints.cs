using System.Diagnostics;

namespace Vicinity.Cli;

/// <summary>Keeps a run in its folder every so often. A disk that is full does not stop the run: it is told once, and tried again.</summary>
internal sealed class Checkpoints(RunFolder folder, TimeSpan every, Action<string> say)
{
    private readonly Stopwatch clock = Stopwatch.StartNew();
    private bool hasFailed;

    /// <summary>How the run is gone on with.</summary>
    public string Command => $"vicinity fit --resume {folder}";

    /// <summary>What of the run outlives this process, and how it comes back.</summary>
    public string Kept => hasFailed ? $"the map is not kept; make it again, from the last checkpoint if there is one, with: {Command}" : $"the map is kept; write it with: {Command}";

    /// <summary>Goes to the newest checkpoint.</summary>
    public void Restore(PreparedEmbedding prepared)
    {
        if (folder.Restore(prepared.Restore, say))
        {
            say($"resumed at iteration {prepared.Run.Iteration}");
        }
    }

    /// <summary>Keeps the run if it is time to.</summary>
    public void KeepIfDue(PreparedEmbedding prepared)
    {
        if (clock.Elapsed >= every)
        {
            Keep(prepared);
        }
    }

    /// <summary>Keeps the run; false if it could not be written.</summary>
    public bool Keep(PreparedEmbedding prepared)
    {
        try
        {
            folder.Keep(prepared.Save());
            hasFailed = false;
        }
        catch (IOException exception)
        {
            if (!hasFailed)
            {
                say($"! no checkpoint at iteration {prepared.Run.Iteration}: {Failure.Message(exception)} The run goes on.");
            }

            hasFailed = true;
        }

        clock.Restart();
        return !hasFailed;
    }
}
