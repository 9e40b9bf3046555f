using Xunit;

namespace Vicinity.Tests;

public sealed class ScaledInputTests
{
    private const int Rows = 80;

    /// <summary>Columns of mean 100 and deviations 1, 3, 9, 0, 27, mixed a little.</summary>
    private static readonly Matrix Data = Sample(7);

    [Fact]
    public void Not_scaled_is_the_data_itself() => Assert.Same(Data, ScaledInput.Build(Data, InputScaling.None, 1));

    [Fact]
    public void Constant_columns_are_dropped_first()
    {
        foreach (InputScaling scaling in Enum.GetValues<InputScaling>().Where(scaling => scaling != InputScaling.None))
        {
            Assert.Equal(4, ScaledInput.Build(Data, scaling, 1).Columns);
        }
    }

    [Fact]
    public void Standard_columns_have_mean_0_and_deviation_1()
    {
        Matrix scaled = ScaledInput.Build(Data, InputScaling.Standard, 1);
        for (int d = 0; d < 4; d++)
        {
            double[] column = Column(scaled, d);
            Assert.Equal(0, column.Average(), 1e-6);
            Assert.Equal(1, column.Sum(x => x * x) / (Rows - 1), 1e-5);
        }
    }

    [Fact]
    public void Range_brings_every_column_and_matrix_the_whole_to_0_to_1()
    {
        Matrix range = ScaledInput.Build(Data, InputScaling.Range, 1);
        Assert.All(Enumerable.Range(0, 4), d => Assert.Equal((0, 1), (Column(range, d).Min(), Column(range, d).Max())));
        Matrix whole = ScaledInput.Build(Data, InputScaling.Matrix, 1);
        double[] all = [.. Enumerable.Range(0, 4).SelectMany(d => Column(whole, d))];
        Assert.Equal((0, 1), (all.Min(), all.Max()));
        Assert.True(Column(whole, 0).Max() - Column(whole, 0).Min() < 0.2, "one factor for all columns keeps their proportions");
    }

    [Fact]
    public void Absmax_divides_by_the_largest_absolute_value_of_the_centred_matrix()
    {
        Matrix scaled = ScaledInput.Build(Data, InputScaling.AbsoluteMaximum, 1);
        double[] all = [.. Enumerable.Range(0, 4).SelectMany(d => Column(scaled, d))];
        Assert.Equal(1, all.Max(Math.Abs), 1e-6);
        Assert.All(Enumerable.Range(0, 4), d => Assert.Equal(0, Column(scaled, d).Average(), 1e-6));
        int[] kept = [0, 1, 2, 4];
        double divisor = (Data[1, 0] - Data[0, 0]) / (scaled[1, 0] - scaled[0, 0]);
        Assert.Equal(kept.SelectMany(d => Column(Data, d).Select(x => Math.Abs(x - Column(Data, d).Average()))).Max(), divisor, 1e-2);
        Assert.Equal(0.59, IrisDivisor(0), 1e-6);
        Assert.Equal(0.86, IrisDivisor(5), 1e-6);
    }

    [Theory]
    [InlineData(InputScaling.PcaWhiten)]
    [InlineData(InputScaling.Zca)]
    public void Whitened_columns_are_uncorrelated_and_of_variance_1(InputScaling scaling)
    {
        Matrix white = ScaledInput.Build(Data, scaling, 2);
        for (int a = 0; a < 4; a++)
        {
            for (int b = 0; b <= a; b++)
            {
                double covariance = Column(white, a).Zip(Column(white, b), (x, y) => x * y).Sum() / (Rows - 1);
                Assert.Equal(a == b ? 1 : 0, covariance, 1e-3);
            }
        }
    }

    [Fact]
    public void Zero_phase_whitening_turns_back_to_the_columns()
    {
        // Of all whitenings it is the one nearest to the data: every column keeps a positive correlation with its own.
        Matrix white = ScaledInput.Build(Data, InputScaling.Zca, 1);
        int[] kept = [0, 1, 2, 4];
        for (int d = 0; d < 4; d++)
        {
            double[] old = Column(Data, kept[d]);
            double mean = old.Average();
            double own = Column(white, d).Zip(old, (x, y) => x * (y - mean)).Sum();
            Assert.True(own > 0.5 * Math.Sqrt((Rows - 1) * old.Sum(y => (y - mean) * (y - mean))), $"column {d}");
        }
    }

    [Fact]
    public void Columns_that_say_the_same_are_whitened_into_one()
    {
        Matrix copies = Matrix.Create(Rows, 3, (i, row) => (row[0], row[1], row[2]) = (Data[i, 0], 2 * Data[i, 0], Data[i, 4]));
        Assert.Equal(2, ScaledInput.Build(copies, InputScaling.PcaWhiten, 1).Columns);
        Matrix zca = ScaledInput.Build(copies, InputScaling.Zca, 1);
        zca.ThrowIfNotFinite("zca");
        Assert.Equal(3, zca.Columns);
    }

    [Fact]
    public void Equal_rows_and_single_rows_stay_finite()
    {
        foreach (InputScaling scaling in Enum.GetValues<InputScaling>())
        {
            ScaledInput.Build(Matrix.Create(5, 3, (_, row) => row.Fill(2)), scaling, 1).ThrowIfNotFinite("equal");
            ScaledInput.Build(Matrix.Create(1, 3, (_, row) => row.Fill(2)), scaling, 1).ThrowIfNotFinite("single");
            ScaledInput.Build(Matrix.Create(2, 1, (i, row) => row[0] = i * 3e38f), scaling, 1).ThrowIfNotFinite("huge");
        }

        Assert.Throws<ArgumentOutOfRangeException>(() => ScaledInput.Build(Data, (InputScaling)99, 1));
    }

    [Fact]
    public void A_fit_scales_its_data_and_says_so()
    {
        EmbeddingOptions options = new() { Schedule = [new(20)], Perplexity = 10 };
        EmbeddingModel model = NeighborEmbedding.Fit(Data, options with { Scaling = InputScaling.Standard });
        EmbeddingModel same = NeighborEmbedding.Fit(ScaledInput.Build(Data, InputScaling.Standard, 1), options);
        Assert.True(model.Map.Row(3).SequenceEqual(same.Map.Row(3)));
        Assert.Equal(InputScaling.Standard, model.ResolvedOptions.Scaling);
        Assert.Contains(model.Warnings, warning => warning.Code == "D103");
    }

    private static double IrisDivisor(int first)
    {
        Matrix ten = Iris.Ten(first);
        Matrix scaled = ScaledInput.Build(ten, InputScaling.AbsoluteMaximum, 1);
        double mean = Column(ten, 0).Average();
        return (ten[1, 0] - mean) / scaled[1, 0];
    }

    private static double[] Column(Matrix data, int d) => [.. Enumerable.Range(0, data.Rows).Select(i => (double)data[i, d])];

    private static Matrix Sample(int seed)
    {
        SeededRandom random = new(seed);
        return Matrix.Create(Rows, 5, (_, row) =>
        {
            for (int d = 0; d < 5; d++)
            {
                row[d] = (float)(100 + ((d == 3 ? 0 : Math.Pow(3, d == 4 ? 3 : d)) * random.NextNormal()));
            }

            row[1] += 0.5f * (row[0] - 100);
        });
    }
}
