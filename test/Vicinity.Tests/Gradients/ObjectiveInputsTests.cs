using Xunit;

namespace Vicinity.Tests;

public sealed class ObjectiveInputsTests
{
    private static readonly Matrix Data = Clouds.Normal(90, 5);

    /// <summary>The first ten rows of Fisher's irises (corrected edition).</summary>
    private static readonly Matrix Iris = Matrix.Copy(
        [
            5.1f, 3.5f, 1.4f, 0.2f, 4.9f, 3.0f, 1.4f, 0.2f, 4.7f, 3.2f, 1.3f, 0.2f, 4.6f, 3.1f, 1.5f, 0.2f, 5.0f, 3.6f, 1.4f, 0.2f,
            5.4f, 3.9f, 1.7f, 0.4f, 4.6f, 3.4f, 1.4f, 0.3f, 5.0f, 3.4f, 1.5f, 0.2f, 4.4f, 2.9f, 1.4f, 0.2f, 4.9f, 3.1f, 1.5f, 0.1f,
        ],
        10,
        4);

    /// <summary>
    /// Published in the regression tests of an R implementation of neighbour embedding: t-SNE on ten irises divided by 0.59, dense affinities at U = 5, at the
    /// first two principal components of the unscaled rows.
    /// </summary>
    private const double InitialCost = 0.3542;

    [Fact]
    public void Dense_affinities_of_ten_irises_give_the_published_initial_cost_of_tsne()
    {
        Matrix scaled = Clouds.Map(Iris, value => value / 0.59f);
        Affinities p = Build(scaled, Objective.TSne, 5, NeighborCount.All).At(0, 100, default).Inputs.Affinities!;
        double[,] y = PrincipalComponents.Build(Iris, 2, 1).Scores(Iris, 1);
        double[,] w = AffinityOracle.Map(new double[10, 10], (i, j, _) =>
            i == j ? 0 : 1 / (1 + Math.Pow(y[i, 0] - y[j, 0], 2) + Math.Pow(y[i, 1] - y[j, 1], 2)));
        double total = w.Cast<double>().Sum();
        double cost = AffinityOracle.Map(SampleAffinities.Dense(p), (i, j, value) => value > 0 ? value * Math.Log(value * total / w[i, j]) : 0).Cast<double>().Sum();
        Assert.Equal(InitialCost, cost, 5e-5);
    }

    [Fact]
    public void Affinities_are_made_as_the_objective_asks()
    {
        Objective objective = Objective.TSne with { AffinityForm = AffinityForm.Raw, InputKernel = InputKernel.SmoothNearest };
        ObjectiveInputs inputs = Build(Data, objective, Perplexity.Auto);
        Affinities expected = Affinities.FromPerplexity(
            NeighborGraph.Build(Data, 14), Perplexity.Auto, new AffinityRecipe { Form = AffinityForm.Raw, Kernel = InputKernel.SmoothNearest });
        Assert.Equal(SampleAffinities.Dense(expected), SampleAffinities.Dense(inputs.At(0, 100, default).Inputs.Affinities!));
        Assert.Equal((NeighborCount)15, inputs.Neighbors);
        Assert.Equal(new KernelParameters(), inputs.At(0, 100, default).Inputs.Parameters);
        Assert.Empty(inputs.At(0, 100, default).Inputs.Scales);
    }

    [Fact]
    public void Transferred_precisions_are_those_of_the_calibration()
    {
        GradientInputs stage = Build(Data, Objective.Asne with { OutputPrecision = OutputPrecision.Transfer }, 10).At(0, 100, default).Inputs;
        Assert.Equal(stage.Affinities!.Precisions.ToArray(), stage.Parameters.Precision);
    }

    [Fact]
    public void A_point_without_a_precision_transfers_the_median_of_the_others()
    {
        Matrix data = Matrix.Create(60, 5, (i, row) => Data.Row(i < 20 ? 0 : i).CopyTo(row));
        GradientInputs stage = Build(data, Objective.Asne with { OutputPrecision = OutputPrecision.Transfer }, 5).At(0, 100, default).Inputs;
        double[] found = [.. stage.Affinities!.Precisions.ToArray().Where(precision => precision > 0).Order()];
        Assert.Equal(40, found.Length);
        Assert.Equal(found[20], stage.Parameters.Precision![3]);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Scaled_precisions_follow_the_perplexities_of_the_scales_present(int dimensions)
    {
        Objective objective = Objective.Asne with { OutputPrecision = OutputPrecision.Scale };
        ObjectiveInputs inputs = ObjectiveInputs.Build(Data, objective, Perplexity.Auto, NeighborCount.Auto, NeighborMethod.Auto, dimensions, 1, _ => { }, default);
        double[] ladder = [16, 8, 4, 2];
        double largest = ladder.Max(u => Affinities.FromPerplexity(NeighborGraph.Build(Data, (int)(3 * u)), u).IntrinsicDimensions.ToArray().Average());
        double s = Math.Min(2, Math.Max(1, largest / dimensions));
        Assert.Equal(4, inputs.Stages);
        StageInputs stage = inputs.At(2, 100, default);
        Assert.Equal(14, stage.FirstIteration);
        Assert.Equal(ladder[..3].Select(u => 0.5 * Math.Pow(u, -2 * s / dimensions)), stage.Inputs.Scales, (a, b) => Math.Abs(a - b) < 1e-12);
    }

    [Fact]
    public void Several_scales_have_no_precision_to_transfer()
    {
        ObjectiveInputs inputs = Build(Data, Objective.Asne with { OutputPrecision = OutputPrecision.Transfer }, [5, 20]);
        Assert.Contains("but 2 are averaged here", Assert.Throws<ArgumentException>(() => inputs.At(0, 100, default)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_start_of_a_kernel_parameter_is_given_to_every_point() =>
        Assert.All(Build(Data, Objective.Asne with { PointParameter = 3 }, 10).At(0, 100, default).Inputs.Parameters.Theta!, theta => Assert.Equal(3, theta));

    /// <summary>Row sums are all 1, so weights made of them alone are equal and change no q.</summary>
    [Fact]
    public void Importance_by_out_degree_changes_nothing()
    {
        Objective weighted = Objective.TAsne with { IsWeightedByDegree = true };
        Affinities row = Build(Data, weighted, 10).At(0, 100, default).Inputs.Affinities!;
        double[] outDegrees = [.. Enumerable.Range(0, 90).Select(i => row.Values(i).ToArray().Sum(p => (double)p))];
        Assert.All(outDegrees, degree => Assert.Equal(1, degree, 1e-6));
        Assert.NotEqual(row.Degrees().Min(), row.Degrees().Max(), 0.1);
        Matrix start = PcaStart(Data);
        double plain = Loss(Objective.TAsne, new() { Affinities = row }, start);
        double same = Loss(Objective.TAsne, new() { Affinities = row, Parameters = new() { LogMass = Array.ConvertAll(outDegrees, Math.Log) } }, start);
        Assert.Equal(plain, same, 1e-4 * plain);
        Assert.NotEqual(plain, Loss(weighted, new() { Affinities = row }, start), 1e-3 * plain);
    }

    [Theory]
    [InlineData(ObjectiveInput.Distances)]
    [InlineData(ObjectiveInput.DistanceShares)]
    [InlineData(ObjectiveInput.FarShares)]
    [InlineData(ObjectiveInput.GeodesicDistances)]
    [InlineData(ObjectiveInput.BallDistances)]
    [InlineData(ObjectiveInput.NeighborDistances)]
    public void Distance_inputs_have_a_table_and_no_affinities(ObjectiveInput input)
    {
        ObjectiveInputs inputs = Build(Data, Objective.TSne with { Input = input }, Perplexity.Auto);
        PairMatrix distances = PairDistances.Build(Data, 1, default);
        PairMatrix expected = input switch
        {
            ObjectiveInput.Distances => distances,
            ObjectiveInput.DistanceShares => PairDistances.ToShares(distances, 1),
            ObjectiveInput.FarShares => PairDistances.ToFarShares(distances, 1),
            ObjectiveInput.GeodesicDistances => GeodesicDistances.Build(Data, 15, 1, default),
            ObjectiveInput.BallDistances => NearPairs.MarkBeyondBall(distances, 0.1),
            _ => NearPairs.MarkBeyondNeighbors(distances, NeighborGraph.Build(Data, 15)),
        };
        GradientInputs made = inputs.At(0, 100, default).Inputs;
        PairMatrix table = (made.Distances ?? made.DistanceShares ?? made.FarShares)!;
        Assert.All(Enumerable.Range(0, 90), i => Assert.Equal(expected.Row(i).ToArray(), table.Row(i).ToArray()));
        Assert.Null(made.Affinities);
        Assert.Null(inputs.Resolved);
    }

    private static Matrix PcaStart(Matrix data) => Start.Pca.Build(data, 2, 0, 1, []);

    private static double Loss(Objective objective, GradientInputs inputs, Matrix start)
    {
        Matrix spread = Clouds.Map(start, value => 2e4f * value);
        return ExactGradient.Create(objective, inputs, 2, 1).Loss(Coordinates.From(spread));
    }

    private static ObjectiveInputs Build(Matrix data, Objective objective, Perplexity perplexity, NeighborCount neighbors = default) =>
        ObjectiveInputs.Build(data, objective, perplexity, neighbors, NeighborMethod.Auto, 2, 2, _ => { }, default);
}
