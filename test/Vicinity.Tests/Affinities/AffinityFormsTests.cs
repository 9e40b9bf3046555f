using Xunit;

namespace Vicinity.Tests;

public sealed class AffinityFormsTests
{
    private const int Count = 40;
    private const int Neighbors = 15;
    private const double U = 5;

    private static readonly AffinitySymmetry[] Symmetries =
        [AffinitySymmetry.Average, AffinitySymmetry.FuzzyUnion, AffinitySymmetry.Mutual, AffinitySymmetry.None];

    public static TheoryData<InputKernel, AffinityForm> Every()
    {
        TheoryData<InputKernel, AffinityForm> all = [];
        foreach (InputKernel kernel in Enum.GetValues<InputKernel>())
        {
            foreach (AffinityForm form in Enum.GetValues<AffinityForm>())
            {
                all.Add(kernel, form);
            }
        }

        return all;
    }

    [Theory, MemberData(nameof(Every))]
    public void Every_kernel_form_and_symmetry_is_its_definition(InputKernel kernel, AffinityForm form)
    {
        Matrix data = Clouds.Normal(Count, 4);
        double[,] v = Weights(AffinityOracle.Nearest(data, Neighbors), kernel);
        NeighborGraph graph = NeighborGraph.Build(data, Neighbors);
        foreach (AffinitySymmetry symmetry in Symmetries)
        {
            AffinityRecipe recipe = new() { Kernel = kernel, Form = form, Symmetry = symmetry };
            AssertEqual(AffinityOracle.Form(v, form, symmetry), Affinities.FromPerplexity(graph, U, recipe), kernel == InputKernel.SmoothNearest ? 2e-5 : 3e-6);
        }
    }

    [Theory]
    [InlineData(InputKernel.Gaussian, AffinityForm.Row, AffinitySymmetry.None)]
    [InlineData(InputKernel.Gaussian, AffinityForm.Conditional, AffinitySymmetry.None)]
    [InlineData(InputKernel.Gaussian, AffinityForm.Joint, AffinitySymmetry.Average)]
    [InlineData(InputKernel.Exponential, AffinityForm.RowSymmetricRow, AffinitySymmetry.Average)]
    [InlineData(InputKernel.Nearest, AffinityForm.Mean, AffinitySymmetry.Average)]
    [InlineData(InputKernel.Gaussian, AffinityForm.Matrix, AffinitySymmetry.None)]
    [InlineData(InputKernel.Gaussian, AffinityForm.Raw, AffinitySymmetry.None)]
    [InlineData(InputKernel.SmoothNearest, AffinityForm.Raw, AffinitySymmetry.FuzzyUnion)]
    [InlineData(InputKernel.SmoothNearest, AffinityForm.Matrix, AffinitySymmetry.FuzzyUnion)]
    [InlineData(InputKernel.SmoothNearest, AffinityForm.Row, AffinitySymmetry.None)]
    public void The_symmetry_left_open_is_the_one_that_belongs_to_the_form(InputKernel kernel, AffinityForm form, AffinitySymmetry expected)
    {
        NeighborGraph graph = NeighborGraph.Build(Clouds.Normal(Count, 4), Neighbors);
        AffinityRecipe open = new() { Kernel = kernel, Form = form };
        Affinities chosen = Affinities.FromPerplexity(graph, U, open with { Symmetry = expected });
        Assert.Equal(SampleAffinities.Dense(chosen), SampleAffinities.Dense(Affinities.FromPerplexity(graph, U, open)));
    }

    [Theory, MemberData(nameof(Every))]
    public void What_is_called_symmetric_is_so_to_the_bit(InputKernel kernel, AffinityForm form)
    {
        NeighborGraph graph = NeighborGraph.Build(Clouds.Normal(Count, 4), Neighbors);
        foreach (AffinitySymmetry symmetry in Symmetries)
        {
            Affinities affinities = Affinities.FromPerplexity(graph, U, new AffinityRecipe { Kernel = kernel, Form = form, Symmetry = symmetry });
            double[,] p = SampleAffinities.Dense(affinities);
            Assert.Equal(affinities.IsSymmetric, p.Cast<double>().SequenceEqual(AffinityOracle.Map(p, (i, j, _) => p[j, i]).Cast<double>()));
        }
    }

    [Fact]
    public void Raw_weights_below_the_range_of_float_still_make_a_matrix_form()
    {
        // Far from everything: beta r^2 is some hundreds for all points, and only the differences count in M.
        Matrix data = Matrix.Create(30, 1000, (i, row) => row[i] = 100 + (0.02f * i));
        NeighborGraph graph = NeighborGraph.Build(data, 20);
        Affinities matrix = Affinities.FromPerplexity(graph, 5, AffinityForm.Matrix);
        double[,] dense = SampleAffinities.Dense(matrix);
        Assert.Equal(1, dense.Cast<double>().Sum(), 1e-6);
        Assert.Equal(0, Affinities.FromPerplexity(graph, 5, AffinityForm.Raw).EntryCount);
    }

    [Fact]
    public void The_effective_perplexity_is_the_median_of_the_final_rows()
    {
        NeighborGraph graph = NeighborGraph.Build(Clouds.Normal(Count + 1, 4), Neighbors);
        Affinities row = Affinities.FromPerplexity(graph, U, AffinityForm.Row);
        Affinities joint = Affinities.FromPerplexity(graph, U);
        Assert.Equal(U, row.EffectivePerplexity, 1e-5);
        double[,] rows = AffinityOracle.DivideRows(SampleAffinities.Dense(joint));
        double[] perplexities = [.. Enumerable.Range(0, Count + 1).Select(i => Math.Exp(AffinityOracle.Entropy(AffinityOracle.Row(rows, i)))).Order()];
        Assert.Equal(perplexities[Count / 2], joint.EffectivePerplexity, 1e-9);
        Assert.NotEqual(U, joint.EffectivePerplexity, 0.1);
    }

    [Fact]
    public void Degrees_are_sums_of_rows_and_columns_and_equal_out_degrees_for_equal_rows()
    {
        Affinities row = Affinities.FromPerplexity(NeighborGraph.Build(Clouds.Normal(Count, 4), Neighbors), U, AffinityForm.Row);
        double[,] p = SampleAffinities.Dense(row);
        double[] degrees = row.Degrees();
        for (int i = 0; i < Count; i++)
        {
            double column = Enumerable.Range(0, Count).Sum(j => p[j, i]);
            Assert.Equal(1, AffinityOracle.Row(p, i).Sum(), 1e-6);
            Assert.Equal(AffinityOracle.Row(p, i).Sum() + column, degrees[i], 1e-12);
        }
    }

    private static double[,] Weights(double[,] r, InputKernel kernel) => kernel switch
    {
        InputKernel.Gaussian => AffinityOracle.Entropic(r, _ => U, 2).V,
        InputKernel.Exponential => AffinityOracle.Entropic(r, _ => U, 1).V,
        InputKernel.Nearest => AffinityOracle.EqualWeights(r),
        _ => AffinityOracle.Smooth(r),
    };

    private static void AssertEqual(double[,] expected, Affinities actual, double tolerance)
    {
        double[,] p = SampleAffinities.Dense(actual);
        double largest = expected.Cast<double>().Max();
        for (int i = 0; i < expected.GetLength(0); i++)
        {
            for (int j = 0; j < expected.GetLength(1); j++)
            {
                Assert.InRange(p[i, j] - expected[i, j], -tolerance * largest, tolerance * largest);
            }
        }
    }
}
