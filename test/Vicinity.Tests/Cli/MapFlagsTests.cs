using System.CommandLine;

using Vicinity.Cli;

using Xunit;

namespace Vicinity.Tests;

/// <summary>What a command line asks for, without running it.</summary>
public sealed class MapFlagsTests
{
    [Theory]
    [InlineData("", "tsne")]
    [InlineData("--method nerv", "nerv")]
    [InlineData("--method rklsne", "rtsne")]
    [InlineData("--method t-SNE", "tsne")]
    [InlineData("--cost nerv --kernel heavy --norm point", "nerv x heavy x point")]
    [InlineData("--kernel gaussian", "kl x gaussian x pair")]
    [InlineData("--transform none", "kl x t of d x pair")]
    [InlineData("--kernel gaussian --transform square", "kl x gaussian x pair")]
    [InlineData("--method asne --cost nerv", "asne")]
    [InlineData("--method hssne --learn alpha", "dhssne")]
    public void The_method_is_told_by_name_or_by_its_parts(string line, string name) => Assert.Equal(name, Read(line).Method);

    [Theory]
    [InlineData("", "auto")]
    [InlineData("--gradient exact", "exact")]
    [InlineData("--gradient mesh --accuracy 0.01", "mesh 0.01")]
    [InlineData("--gradient barnes-hut", "barnes-hut 0.5")]
    [InlineData("--gradient barnes-hut --theta 0.3", "barnes-hut 0.3")]
    public void Far_pairs_are_summed_as_asked(string line, string gradient) => Assert.Equal(gradient, Read(line).Options.Gradient.ToString());

    [Theory]
    [InlineData("--lambda 2", "--lambda")]
    [InlineData("--method nerv --kappa 0.5 --lambda 0.5 --dof 2", "--kappa --dof")]
    [InlineData("--method tsne --kernel gaussian --norm none", "--kernel --norm")]
    [InlineData("--method mmds --perplexity 5 --affinity row --learn beta --k 3", "--affinity --learn --perplexity --k")]
    [InlineData("--method gmmds --perplexity 5 --k 3", "--perplexity")]
    [InlineData("--method umap --perplexity 5 --k 3", "--perplexity")]
    [InlineData("--method tsne --learn dof", "--learn")]
    [InlineData("--method tsne --learn beta", "")]
    [InlineData("--kernel inhomogeneous --learn dof", "")]
    [InlineData("--kernel heavy --learn dof", "--learn")]
    [InlineData("--method tsne --learn-mode joint", "--learn-mode")]
    [InlineData("--input-kernel knn --k 9 --perplexity 5", "--perplexity")]
    [InlineData("--input-kernel knn --perplexity 5 --output-precision scale", "")]
    [InlineData("--method tsne --input-kernel knn --output-precision transfer", "--output-precision")]
    [InlineData("--method umap --output-precision scale", "--output-precision")]
    [InlineData("--method dhssne --learn-mode joint", "")]
    [InlineData("--method pca --iterations 5 --init random --optimizer lbfgs", "--optimizer --iterations --init")]
    [InlineData("--optimizer lbfgs --learning-rate 3 --momentum 0.5", "--learning-rate --momentum")]
    [InlineData("--optimizer nesterov --learning-rate 3 --momentum 0.5", "--momentum")]
    [InlineData("--method sammon --early-exaggeration-iter 5 --early-exaggeration 1", "--early-exaggeration-iter")]
    [InlineData("--cost ab --kernel umap --ab-alpha 2 --ab-beta 1 --spread 2 --min-dist 0.1 --gamma 1", "--gamma")]
    [InlineData("--gradient exact --accuracy 0.01 --theta 0.4", "--accuracy --theta")]
    [InlineData("--gradient barnes-hut --accuracy 0.01 --theta 0.4", "--accuracy")]
    [InlineData("--gradient mesh --accuracy 0.01 --theta 0.4", "--theta")]
    [InlineData("--accuracy 0.01 --theta 0.4", "--theta")]
    [InlineData("--method tsne --dof 0.5 --perplexity 5,50 --seed 3 --momentum 0.5", "")]
    public void Options_that_nothing_reads_are_named(string line, string names)
    {
        IReadOnlyList<FitWarning> warnings = Read(line).Warnings;
        Assert.Equal(names.Split(' ', StringSplitOptions.RemoveEmptyEntries), warnings.Select(warning => warning.Message.Split(' ')[0]));
        Assert.All(warnings, warning => Assert.Equal("U101", warning.Code));
    }

    [Theory]
    [InlineData("--method mmds --early-exaggeration 4", "compares distances")]
    [InlineData("--method pca --early-exaggeration 4", "compares distances")]
    [InlineData("--cost square --kernel none --early-exaggeration 4", "compares distances")]
    [InlineData("--method tsne --affinity row", "--affinity row")]
    [InlineData("--kernel heavy --norm average --affinity rsr", "--norm point")]
    [InlineData("--method nerv --lambda 2", "from 0 to 1")]
    [InlineData("--kernel kobak --dof 0", "positive")]
    public void What_cannot_go_together_is_refused(string line, string words) =>
        Assert.Contains(words, Assert.ThrowsAny<ArgumentException>(() => Read(line)).Message, StringComparison.Ordinal);

    [Fact]
    public void The_side_of_the_data_can_be_changed_for_any_method()
    {
        Objective objective = Read("--method nerv --affinity rsr --input-kernel exponential --symmetrize mutual --output-precision transfer").Options.Objective;
        Assert.Equal(
            (AffinityForm.RowSymmetricRow, InputKernel.Exponential, AffinitySymmetry.Mutual, OutputPrecision.Transfer),
            (objective.AffinityForm, objective.InputKernel, objective.Symmetry, objective.OutputPrecision));
    }

    [Fact]
    public void A_change_reaches_the_parts_of_a_sum_and_the_cost_that_is_told()
    {
        Objective sum = Read("--method gsne --affinity conditional").Options.Objective;
        Assert.Equal(AffinityForm.Conditional, sum.AffinityForm);
        Assert.Equal(AffinityForm.Conditional, sum.Parts[0].Part.AffinityForm);
        Assert.Equal(ObjectiveInput.FarShares, sum.Parts[1].Part.Input);
        Objective softened = Read("--method umap --input-kernel gaussian").Options.Objective;
        Assert.Equal((InputKernel.Gaussian, InputKernel.Gaussian), (softened.InputKernel, softened.Reported.InputKernel));
    }

    [Theory]
    [InlineData("point", AffinityForm.Row)]
    [InlineData("pair", AffinityForm.Joint)]
    [InlineData("average", AffinityForm.Joint)]
    [InlineData("none", AffinityForm.Raw)]
    public void The_form_of_P_follows_the_normalization(string norm, AffinityForm form) =>
        Assert.Equal(form, Read($"--norm {norm}").Options.Objective.AffinityForm);

    [Theory]
    [InlineData("30", "30")]
    [InlineData("10,100", "10, 100")]
    [InlineData("best", "best")]
    [InlineData("multi", "multi-scale")]
    [InlineData("stepped:20", "stepped to 20")]
    public void A_perplexity_is_a_number_a_list_or_a_rule(string text, string perplexity) =>
        Assert.Equal(perplexity, Read($"--perplexity {text}").Options.Perplexity.ToString());

    [Theory]
    [InlineData("--perplexity 1")]
    [InlineData("--perplexity 30,")]
    [InlineData("--perplexity stepped:1")]
    [InlineData("--method tsen")]
    [InlineData("--cost kullback")]
    [InlineData("--optimizer adam")]
    [InlineData("--scale robust")]
    [InlineData("--alpha much")]
    public void Slips_are_errors_of_the_parser(string line) => Assert.NotEmpty(Parse(line).Parsed.Errors);

    [Theory]
    [InlineData("standard", InputScaling.Standard)]
    [InlineData("absmax", InputScaling.AbsoluteMaximum)]
    [InlineData("pca-whiten", InputScaling.PcaWhiten)]
    public void Scalings_go_by_name(string word, InputScaling scaling) => Assert.Equal(scaling, Read($"--scale {word}").Options.Scaling);

    [Theory]
    [InlineData("dbd", Optimizer.DeltaBarDelta)]
    [InlineData("lbfgs", Optimizer.Lbfgs)]
    [InlineData("spectral", Optimizer.SpectralDirection)]
    [InlineData("momentum", Optimizer.Momentum)]
    [InlineData("nesterov", Optimizer.Nesterov)]
    public void Optimizers_go_by_name(string word, Optimizer optimizer) => Assert.Equal(optimizer, Read($"--optimizer {word}").Options.Optimizer);

    [Theory]
    [InlineData("--method mmds", 1, 1.0)]
    [InlineData("--method tsne", 8, 12.0)]
    [InlineData("--method tasne", 6, 4.0)]
    public void Methods_of_distances_are_not_exaggerated(string line, int phases, double exaggeration)
    {
        EmbeddingOptions options = Read(line).Options;
        Schedule schedule = options.Schedule.Resolve(options.Objective, 100);
        Assert.Equal((phases, exaggeration), (schedule.Count, schedule[0].Exaggeration));
    }

    [Theory]
    [InlineData("--like opentsne", "250x12@0.8 500x1@0.8")]
    [InlineData("--like opentsne --iterations 400 --momentum 0.5", "250x12@0.5 150x1@0.5")]
    [InlineData("--like opentsne --iterations auto --early-exaggeration 4 --early-exaggeration-iter 100", "100x4@0.8 650x1@0.8")]
    [InlineData("--like sklearn --early-exaggeration-iter 0", "1000x1@0.8")]
    public void The_phases_of_another_program_are_plain_and_what_is_set_wins(string line, string phases)
    {
        EmbeddingOptions options = Read(line).Options;
        Schedule schedule = options.Schedule.Resolve(options.Objective, 9000);
        Assert.Equal(phases, string.Join(' ', schedule.Select(phase => FormattableString.Invariant($"{phase.Iterations}x{phase.Exaggeration}@{phase.Momentum}"))));
        Assert.All(schedule, phase => Assert.Equal(0, phase.Neighbors));
    }

    private static MapRequest Read(string line)
    {
        (MapFlags flags, ParseResult parsed) = Parse(line);
        Assert.Empty(parsed.Errors);
        return flags.Read(parsed);
    }

    private static (MapFlags Flags, ParseResult Parsed) Parse(string line)
    {
        MapFlags flags = new();
        Command command = new("map");
        flags.AddTo(command);
        return (flags, command.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)));
    }
}
