using Xunit;

namespace Vicinity.Tests;

public sealed class MixtureTests
{
    private static readonly (MixtureCost, MixtureKernel, Normalization) Senseless = (MixtureCost.CrossEntropy, MixtureKernel.None, Normalization.None);

    /// <summary>All 10 x 8 x 4 x 2 mixtures but the two that make no sense.</summary>
    [Fact]
    public void Every_mixture_is_a_cost_with_its_own_slope()
    {
        List<string> wrong = [];
        int count = 0;
        foreach (Mixture mixture in All())
        {
            double error = GradientCheck.Run(mixture.Create(), 5).RelativeError;
            count++;
            if (!(error <= 1e-6))
            {
                wrong.Add($"{mixture}: {error:E1}");
            }
        }

        Assert.Equal(638, count);
        Assert.Empty(wrong);
    }

    [Fact]
    public void No_two_costs_and_no_two_kernels_are_the_same_by_mistake()
    {
        Mixture usual = new(MixtureCost.KullbackLeibler, MixtureKernel.StudentT, Normalization.PairWise);
        Dictionary<string, double> odd = new(StringComparer.Ordinal)
        {
            ["dof"] = 3, ["alpha"] = 0.4, ["beta"] = 0.7, ["ab-alpha"] = 0.7, ["ab-beta"] = 0.4, ["lambda"] = 0.3, ["kappa"] = 0.2,
        };
        double[] costs = [.. Enum.GetValues<MixtureCost>().Select(cost => Cost(usual with { Cost = cost }, odd))];
        double[] kernels = [.. Enum.GetValues<MixtureKernel>().Select(kernel => Cost(usual with { Kernel = kernel }, odd))];
        Assert.Equal(10, costs.Distinct().Count());
        Assert.Equal(8, kernels.Distinct().Count());
    }

    [Fact]
    public void The_default_tail_of_Kobak_is_that_of_t_SNE() =>
        Assert.Equal(Cost(Objective.TSne), Cost(new Mixture(MixtureCost.KullbackLeibler, MixtureKernel.Kobak, Normalization.PairWise).Create()), 1e-12);

    [Theory]
    [InlineData("HeavyTailed")]
    [InlineData("Inhomogeneous")]
    public void A_kernel_with_a_parameter_per_point_starts_where_its_number_says(string kernel)
    {
        Objective mixed = (new Mixture(MixtureCost.Nerv, Enum.Parse<MixtureKernel>(kernel), Normalization.PointWise) { IsPerPoint = true })
            .Create(new Dictionary<string, double>(StringComparer.Ordinal) { ["alpha"] = 0.25, ["dof"] = 0.25 });
        Assert.Equal(0.25, mixed.PointParameter);
        Assert.InRange(GradientCheck.Run(mixed).RelativeError, 0, 1e-7);
    }

    [Fact]
    public void Cross_entropy_of_distances_is_refused() => Assert.Contains(
        "0 to 1",
        Assert.Throws<ArgumentException>(() => new Mixture(MixtureCost.CrossEntropy, MixtureKernel.None, Normalization.None).Create()).Message,
        StringComparison.Ordinal);

    [Fact]
    public void No_kernel_compares_distances() => Assert.Equal(
        (ObjectiveInput.DistanceShares, ObjectiveInput.Distances),
        (new Mixture(MixtureCost.Square, MixtureKernel.None, Normalization.PairWise).Create().Input,
            new Mixture(MixtureCost.Square, MixtureKernel.None, Normalization.None).Create().Input));

    /// <summary>The map is the data itself, so that all shares of all distances agree.</summary>
    [Theory]
    [InlineData("PointWise")]
    [InlineData("PairWise")]
    [InlineData("Averaged")]
    [InlineData("None")]
    public void Distances_are_at_their_minimum_where_the_map_is_the_data(string normalization)
    {
        Matrix data = Clouds.Normal(40, 2);
        Mixture mixture = new(MixtureCost.KullbackLeibler, MixtureKernel.None, Enum.Parse<Normalization>(normalization)) { IsPlainDistance = true };
        EmbeddingModel model = NeighborEmbedding.Fit(data, new() { Objective = mixture.Create(), Start = Start.From(data), Schedule = [new Phase(0)] });
        Assert.Equal(0, model.Loss, 1e-4);
        Assert.Equal(0, model.NormalizedLoss, 1e-4);
    }

    private static IEnumerable<Mixture> All() =>
        from cost in Enum.GetValues<MixtureCost>()
        from kernel in Enum.GetValues<MixtureKernel>()
        from normalization in Enum.GetValues<Normalization>()
        from plain in new[] { false, true }
        where (cost, kernel, normalization) != Senseless
        select new Mixture(cost, kernel, normalization) { IsPlainDistance = plain };

    private static double Cost(Mixture mixture, IReadOnlyDictionary<string, double> numbers) =>
        Cost(mixture.Create(numbers.Where(pair => mixture.Parameters.Any(parameter => parameter.Name == pair.Key)).ToDictionary()));

    private static double Cost(Objective objective) => GradientCheck.Run(objective, 3).Cost;
}
