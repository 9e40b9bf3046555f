using System.CommandLine;

namespace Vicinity.Cli;

/// <summary><c>vicinity check</c>: gradients against finite differences.</summary>
internal static class CheckCommand
{
    public const string Name = "check";

    /// <summary>Above it a gradient counts as wrong; a right one is some thousand times better.</summary>
    private const double Bound = 1e-6;
    private const double Exaggeration = 12;

    public static Command Build()
    {
        Command command = new(Name, "Checks a gradient against finite differences of its cost, on random data; all methods unless one is named or mixed.");
        MethodFlags method = new();
        Option<int?> seed = Flag.Of<int>("--seed", "N", "Seed of the random data [0]", "a whole number", text => Flag.Whole(text, int.MinValue));
        method.AddTo(command);
        command.Options.Add(seed);
        command.SetAction(parsed =>
        {
            IReadOnlyList<ChosenMethod> chosen = method.IsGiven(parsed) ? [method.Read(parsed)] : All();
            foreach (FitWarning warning in method.IsGiven(parsed) ? UnreadFlags.Warnings(parsed, chosen[0], method.Unread(parsed, chosen[0])) : [])
            {
                Console.Error.WriteLine($"! {warning.Code} {warning.Message}");
            }

            return Run(chosen, parsed.GetValue(seed) ?? 0, Console.Out);
        });
        return command;
    }

    private static IReadOnlyList<ChosenMethod> All() =>
        [.. MethodCatalog.All.Select(method => new ChosenMethod(method.Name, method.Create(), method.IsOptimized, method.Parameters))];

    /// <summary>A line for each check, and the worst as the last one.</summary>
    /// <returns>The exit code: failure if a gradient is wrong.</returns>
    internal static int Run(IEnumerable<ChosenMethod> methods, int seed, TextWriter output)
    {
        double worst = 0;
        foreach (ChosenMethod method in methods)
        {
            foreach (double exaggeration in method.IsOfDistances ? [1] : new[] { 1, Exaggeration })
            {
                double error = GradientCheck.Run(method.Objective, seed, exaggeration).RelativeError;
                output.WriteLine($"{error:0.0e-0}  {method.Name}{(exaggeration == 1 ? "" : $", exaggeration {exaggeration}")}");
                worst = error <= worst ? worst : error;     // NaN counts as worse than anything
            }
        }

        output.WriteLine($"max relative error {worst:0.0e-0}");
        return worst <= Bound ? ExitCode.Success : ExitCode.Failure;
    }
}
