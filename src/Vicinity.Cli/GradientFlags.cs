using System.CommandLine;

namespace Vicinity.Cli;

/// <summary>The options that say how far pairs of points are summed.</summary>
internal sealed class GradientFlags
{
    private readonly Option<Engine?> gradient = Flag.Named(
        "--gradient", "How far pairs are summed [auto: exact up to 4,000 points or where the method needs it, else mesh; in 3 dimensions barnes-hut above 12,000]",
        ("auto", Engine.Auto), ("exact", Engine.Exact), ("mesh", Engine.Mesh), ("barnes-hut", Engine.BarnesHut));

    private readonly Option<double?> accuracy = Flag.Of<double>(
        "--accuracy", "E", "RMS error of the mesh's forces, as a fraction [0.02]",
        "a fraction from 0.001 to 0.2", text => Flag.Real(text) is >= 0.001 and <= 0.2 and { } value ? value : null);

    private readonly Option<bool> wholeRun = Flag.Switch(
        "--accuracy-whole-run", "Hold the accuracy in every iteration, not only in those that decide the map [always so: the error is looked at along the run]");
    private readonly Option<double?> theta = Flag.Of<double>(
        "--theta", "T", "Full width of a cell over its distance, below which Barnes-Hut takes it for one point [0.5]",
        "a number from 0 (every pair) to 1", text => Flag.Real(text) is >= 0 and <= 1 and { } value ? value : null);

    private enum Engine
    {
        Auto,
        Exact,
        Mesh,
        BarnesHut,
    }

    public void AddTo(Command command)
    {
        command.Options.Add(gradient);
        command.Options.Add(accuracy);
        command.Options.Add(wholeRun);
        command.Options.Add(theta);
    }

    /// <summary>One warning for each of these options that the way of summing does not read.</summary>
    public IEnumerable<FitWarning> Warnings(ParseResult parsed) => parsed.GetValue(gradient) switch
    {
        Engine.Exact => UnreadFlags.Warnings(parsed, "--gradient exact", [accuracy, theta]),
        Engine.BarnesHut => UnreadFlags.Warnings(parsed, "--gradient barnes-hut", [accuracy]),
        _ => UnreadFlags.Warnings(parsed, "the particle mesh; it belongs to --gradient barnes-hut", [theta]),
    };

    /// <summary>An accuracy holds for the mesh, also where that is chosen automatically.</summary>
    public GradientMethod Read(ParseResult parsed)
    {
        ParticleMesh mesh = parsed.GetValue(accuracy) is { } fraction ? new(fraction) : new();
        return parsed.GetValue(gradient) switch
        {
            Engine.Exact => GradientMethod.Exact,
            Engine.Mesh => mesh,
            Engine.BarnesHut => parsed.GetValue(theta) is { } angle ? new BarnesHut(angle) : new BarnesHut(),
            _ => GradientMethod.AutoWithin(mesh.Accuracy),
        };
    }
}
