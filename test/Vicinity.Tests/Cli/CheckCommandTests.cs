using Vicinity.Cli;

using Xunit;

namespace Vicinity.Tests;

public sealed class CheckCommandTests
{
    [Fact]
    public void A_right_gradient_succeeds() => Assert.Equal(0, Check(Objective.TSne).Code);

    [Fact]
    public void A_wrong_gradient_fails_and_is_told_in_the_last_line()
    {
        Objective wrong = Objective.Create(new KullbackLeibler(), new ScalarKernel<WrongDecay>(new()), Normalization.PairWise);
        (int code, string[] lines) = Check(Objective.TSne, wrong);
        Assert.Equal(1, code);
        Assert.StartsWith("max relative error ", lines[^1], StringComparison.Ordinal);
        Assert.InRange(double.Parse(lines[^1].Split(' ')[^1], System.Globalization.CultureInfo.InvariantCulture), 1e-4, 1);
    }

    private static (int Code, string[] Lines) Check(params Objective[] objectives)
    {
        using StringWriter output = new();
        int code = CheckCommand.Run(objectives.Select(objective => new ChosenMethod(objective.Name, objective, true, [])), 0, output);
        return (code, output.ToString().Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries));
    }
}
