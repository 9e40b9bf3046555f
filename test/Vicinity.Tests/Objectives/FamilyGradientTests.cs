using Xunit;

namespace Vicinity.Tests;

/// <summary>What stands beside the grid: costs that are not normalised, costs of distances, sums, several scales.</summary>
public sealed class FamilyGradientTests
{
    private const double Tolerance = 1e-7;

    public static TheoryData<Objective> Objectives =>
    [
        Raw("I-KL", new GeneralizedKullbackLeibler(1), new StudentT()),
        Raw("I-reverse", new GeneralizedReverseKullbackLeibler(), new StudentT()),
        Raw("I-NeRV", new GeneralizedNerv(0.35), new HeavyTailed(0.5)),
        Raw("I-JS", new JensenShannon(0.3), new Gaussian(1)),
        Raw("t-EE", new GeneralizedKullbackLeibler(0.01), new StudentT()) with { AffinityForm = AffinityForm.Mean, IsDividedByInputTotal = true },
        Raw("LargeVis", new LargeVis(1, 0), new StudentT()) with { AffinityForm = AffinityForm.Joint },
        Raw("LargeVis, softened", new LargeVis(1, 0.1), new StudentT()) with { AffinityForm = AffinityForm.Joint },
        Raw("LargeVis at 1", new LargeVis(0.7, 1), new StudentT()) with { AffinityForm = AffinityForm.Joint },
        Raw("UMAP", new FuzzyCrossEntropy(0), new UmapKernel(1.577, 0.895)),
        Raw("t-UMAP", new FuzzyCrossEntropy(0), new StudentT()),
        Raw("UMAP, softened", new FuzzyCrossEntropy(0), new UmapKernel(1.577, 0.895, 0.1)) with
        {
            HasExactGradient = false, Reported = Raw("UMAP", new FuzzyCrossEntropy(0), new UmapKernel(1.577, 0.895)),
        },
        Objective.Sum("EE", (1, Raw("attraction", new WeightedAttraction(), new Gaussian(1)) with { AffinityForm = AffinityForm.Joint }),
            (100, Raw("repulsion", new WeightedRepulsion(), new Gaussian(1)) with { Input = ObjectiveInput.DistanceShares })),
        Objective.Sum("g-SNE", (1, Objective.TSne),
            (1, Objective.Create(new KullbackLeibler(), new FarKernel(), Normalization.PairWise) with { Input = ObjectiveInput.FarShares })),
        Objective.Create(new KullbackLeibler(), new PlainDistance<Gaussian>(new(1)), Normalization.PointWise) with { Name = "exp(-d)" },
        Objective.Create(new KullbackLeibler(), new StudentT(), Normalization.PairWise) with { Name = "t-RM", AffinityForm = AffinityForm.Conditional },
        Objective.TSne with { Name = "t-M", AffinityForm = AffinityForm.Matrix },
        Objective.TAsne with { Name = "t-RSR", AffinityForm = AffinityForm.RowSymmetricRow },
        Objective.TSne with { Name = "weighted", IsWeightedByDegree = true },
        Objective.Asne with { Name = "transfer", OutputPrecision = OutputPrecision.Transfer },
        .. Scaled(new KullbackLeibler()), .. Scaled(new ReverseKullbackLeibler()), .. Scaled(new JensenShannon(0.5)),
    ];

    public static TheoryData<Objective> Distances =>
    [
        Stress("MDS", new MetricStress()),
        Stress("SSTRESS", new SquaredStress()),
        Stress("Sammon", new SammonStress()) with { IsDividedByInputTotal = true },
        Objective.Create(new SquareLoss(), new PlainDistance<DistanceKernel>(default), Normalization.PairWise) with
        {
            Name = "normalised distances", Input = ObjectiveInput.DistanceShares,
        },
    ];

    [Theory]
    [MemberData(nameof(Objectives))]
    public void Slopes_are_the_derivatives_of_the_cost(Objective objective)
    {
        for (int seed = 0; seed < 3; seed++)
        {
            Assert.InRange(GradientCheck.Run(objective, seed).RelativeError, 0, Tolerance);
            Assert.InRange(GradientCheck.Run(objective, seed, exaggeration: 12).RelativeError, 0, Tolerance);
        }
    }

    [Theory]
    [MemberData(nameof(Distances))]
    public void Slopes_of_costs_of_distances_are_the_derivatives(Objective objective)
    {
        for (int seed = 0; seed < 3; seed++)
        {
            Assert.InRange(GradientCheck.Run(objective, seed).RelativeError, 0, Tolerance);
        }
    }

    [Fact]
    public void Costs_of_distances_have_nothing_to_exaggerate() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => GradientCheck.Run(Stress("MDS", new MetricStress()), exaggeration: 2));

    /// <summary>Half of the pairs are far, among them some that the map puts too near, and some that count for nothing.</summary>
    [Fact]
    public void Far_pairs_count_only_where_the_map_puts_them_too_near()
    {
        double[,] y = AcceptanceGrid.Positions(1);
        double[,] r = new RandomAffinities(new(4), AcceptanceGrid.Points).Distances();
        double[,] signed = SquareTable.Of(AcceptanceGrid.Points, (i, j) => (i + j) % 2 == 0 ? r[i, j] : -r[i, j] / (1 + ((i + j) % 3)));
        double[,] f = SquareTable.SquaredDistances(y);
        MasterEquation<NearStress, DistanceKernel> equation = new(default, default, Normalization.None, signed);
        Assert.InRange(new GradientComparison(equation, y, 1).OfPositions(), 0, Tolerance);
        double[,] terms = SquareTable.Of(AcceptanceGrid.Points, (i, j) =>
            signed[i, j] >= 0 || Math.Sqrt(f[i, j]) < -signed[i, j] ? Math.Pow(Math.Abs(signed[i, j]) - Math.Sqrt(f[i, j]), 2) : 0);
        Assert.Equal(SquareTable.Sum(terms), equation.Cost(y), 1e-9);
        Assert.Contains(terms.Cast<double>(), term => term == 0);
    }

    [Fact]
    public void Softening_the_force_is_seen_if_it_is_not_declared()
    {
        Objective softened = Raw("UMAP", new FuzzyCrossEntropy(0), new UmapKernel(1.577, 0.895, 0.1));
        Assert.InRange(GradientCheck.Run(softened).RelativeError, 1e-3, 1);
    }

    [Fact]
    public void A_sum_needs_parts_that_are_no_sums()
    {
        Assert.Throws<ArgumentException>(() => Objective.Sum("nothing"));
        Assert.Throws<ArgumentException>(() => Objective.Sum("not finite", (double.NaN, Objective.TSne)));
        Assert.Throws<ArgumentException>(() => Objective.Sum("of sums", (1, Objective.Sum("one", (1, Objective.TSne)))));
    }

    private static Objective Raw<TDivergence, TKernel>(string name, TDivergence divergence, TKernel kernel)
        where TDivergence : struct, IDivergence
        where TKernel : struct, IKernel =>
        Objective.Create(divergence, kernel, Normalization.None) with { Name = name };

    private static Objective Stress<TDivergence>(string name, TDivergence divergence)
        where TDivergence : struct, IDivergence =>
        Objective.Create(divergence, new DistanceKernel(), Normalization.None) with { Name = name, Input = ObjectiveInput.Distances };

    private static Objective[] Scaled<TDivergence>(TDivergence divergence)
        where TDivergence : struct, IDivergence =>
        [.. ((Normalization[])[Normalization.PointWise, Normalization.PairWise, Normalization.Averaged]).Select(normalization =>
            Objective.Create(divergence, new Gaussian(1), normalization) with
            {
                Name = $"{typeof(TDivergence).Name} over scales, {normalization}", OutputPrecision = OutputPrecision.Scale,
            })];
}
