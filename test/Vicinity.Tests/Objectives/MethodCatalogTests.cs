using Xunit;

namespace Vicinity.Tests;

public sealed class MethodCatalogTests
{
    private const string Promised =
        "tsne ssne asne tasne hssne dhssne itsne nerv snerv jse sjse msjse wtsne wssne rtsne rasne rssne chsne hlsne jssne gsne absne abssne ee tee "
        + "largevis umap tumap ntumap skdtsne usne trmsne tmsne trsrsne bssne basne bnerv btsne btasne mmds smmds sammon gmmds ballmmds knnmmds pca";

    public static TheoryData<string> Names => [.. Promised.Split(' ')];

    [Fact]
    public void The_catalog_holds_every_promised_method_once_and_no_other()
    {
        Assert.Equal(Promised.Split(' ').Order(StringComparer.Ordinal), MethodCatalog.All.Select(method => method.Name).Order(StringComparer.Ordinal));
        string[] names = [.. MethodCatalog.All.SelectMany(method => method.Aliases.Prepend(method.Name))];
        Assert.Equal(names.Length, names.Distinct(StringComparer.Ordinal).Count());
    }

    [Theory]
    [InlineData("rklsne", "rtsne")]
    [InlineData("t-SNE", "tsne")]
    [InlineData("SNE", "asne")]
    [InlineData("nope", null)]
    public void A_method_is_found_by_name_and_alias(string name, string? method) => Assert.Equal(method, MethodCatalog.Find(name)?.Name);

    [Theory]
    [MemberData(nameof(Names))]
    public void The_gradient_of_every_method_is_the_slope_of_its_cost(string name)
    {
        Objective objective = Create(name);
        Assert.InRange(GradientCheck.Run(objective, 7).RelativeError, 0, 1e-7);
        if (objective.Input == ObjectiveInput.Affinities)
        {
            Assert.InRange(GradientCheck.Run(objective, 7, 12).RelativeError, 0, 1e-7);
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void The_words_of_the_table_agree_with_the_objective(string name)
    {
        Method method = MethodCatalog.Find(name)!;
        Objective objective = method.Create();
        Assert.Equal(Word(objective.Normalization), method.Normalization);
        Assert.StartsWith(Word(objective), method.Affinities, StringComparison.Ordinal);
        Assert.NotEmpty(method.Paper);
    }

    /// <summary>For each parameter two objectives, at its default and beside it, have to differ on the same random data.</summary>
    [Theory]
    [MemberData(nameof(Names))]
    public void Every_parameter_is_read(string name)
    {
        Method method = MethodCatalog.Find(name)!;
        double usual = Cost(method.Create());
        Assert.All(method.Parameters, parameter =>
        {
            Assert.Equal(usual, Cost(method.Create(new Dictionary<string, double> { [parameter.Name] = parameter.Default })));
            Objective other = method.Create(new Dictionary<string, double> { [parameter.Name] = (0.9 * parameter.Default) + 0.01 });
            bool isStart = other.Learned != LearnedParameter.None;
            Assert.NotEqual(isStart ? method.Create().PointParameter : usual, isStart ? other.PointParameter : Cost(other));
        });
    }

    [Fact]
    public void A_parameter_that_a_method_does_not_have_is_refused() =>
        Assert.Contains("lambda", Assert.Throws<ArgumentException>(() => Create("tsne", ("lambda", 1))).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("nerv", "lambda", 1.5)]
    [InlineData("jse", "kappa", -0.1)]
    [InlineData("tsne", "dof", 0)]
    [InlineData("hssne", "alpha", -1)]
    [InlineData("itsne", "dof", -1)]
    [InlineData("umap", "spread", 0)]
    [InlineData("largevis", "gamma", -1)]
    [InlineData("ee", "lambda", -1)]
    [InlineData("gsne", "lambda", double.NaN)]
    public void A_number_out_of_its_range_is_refused(string name, string parameter, double value) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Create(name, (parameter, value)));

    /// <summary>The identities of the family at the ends of its parameters.</summary>
    [Theory]
    [InlineData("hssne", "alpha", 1, "tsne")]
    [InlineData("hssne", "alpha", 0, "ssne")]
    [InlineData("nerv", "lambda", 1, "asne")]
    [InlineData("nerv", "lambda", 0, "rasne")]
    [InlineData("jse", "kappa", 0, "asne")]
    [InlineData("jse", "kappa", 1, "rasne")]
    [InlineData("snerv", "lambda", 1, "ssne")]
    [InlineData("gsne", "lambda", 0, "tsne")]
    [InlineData("absne", "ab-alpha", 1, "tsne")]
    [InlineData("abssne", "ab-alpha", 1, "ssne")]
    public void Ends_of_a_parameter_are_other_methods(string name, string parameter, double value, string same) =>
        Assert.Equal(Cost(Create(same)), Cost(Create(name, (parameter, value))), 1e-10);

    [Fact]
    public void JS_SNE_has_the_classical_scale() =>
        Assert.Equal(Cost(Objective.Create(new JensenShannon(0.5), new StudentT(), Normalization.PairWise)) / 4, Cost(Create("jssne")), 1e-12);

    private static Objective Create(string name, params (string Name, double Value)[] values) =>
        MethodCatalog.Find(name)!.Create(values.ToDictionary(value => value.Name, value => value.Value, StringComparer.Ordinal));

    private static double Cost(Objective objective) => GradientCheck.Run(objective, 3).Cost;

    private static string Word(Normalization normalization) => normalization switch
    {
        Normalization.PointWise => "point",
        Normalization.PairWise => "pair",
        _ => "none",
    };

    private static string Word(Objective objective) => objective.Input switch
    {
        ObjectiveInput.GeodesicDistances => "geodesic distances",
        not ObjectiveInput.Affinities => "distances",
        _ when objective.InputKernel == InputKernel.SmoothNearest => "fuzzy union",
        _ when objective.AffinityForm == AffinityForm.RowSymmetricRow => "rsr",
        _ => objective.AffinityForm.ToString().ToLowerInvariant(),
    };
}
