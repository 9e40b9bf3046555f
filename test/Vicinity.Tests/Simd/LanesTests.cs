using Xunit;

namespace Vicinity.Tests;

[Trait("Leg", "Simd")]
public sealed class LanesTests
{
    [Fact]
    public void Exp_is_within_1_1_ulp_over_the_normal_range()
    {
        Assert.InRange(LargestUlpError(Sweep(-87.3f, 88.3f, 400_003), Lanes.Exp, Math.Exp), 0.4, 1.1);
        Assert.InRange(LargestUlpError(Sweep(-1e-3f, 1e-3f, 20_011), Lanes.Exp, Math.Exp), 0.4, 1.1);
    }

    [Fact]
    public void Powers_of_two_of_a_product_are_within_1_25_ulp()
    {
        Assert.InRange(
            LargestUlpError(Sweep(0, 125.9f / 1.37f, 400_003), f => Lanes.BoundedExp2(f, Lanes.Broadcast(-1.37f)), f => Math.Pow(2, -1.37f * f)), 0.4, 1.25);
        Assert.Equal(1, First(Lanes.BoundedExp2(Lanes.Zero, Lanes.Broadcast(-1.37f))));
        Assert.Equal(0, First(Lanes.BoundedExp2(Lanes.Broadcast(127), Lanes.Broadcast(-1))));
    }

    [Theory]
    [InlineData(0f, 1f)]
    [InlineData(-87.69f, 0f)]
    [InlineData(-1e30f, 0f)]
    [InlineData(float.NegativeInfinity, 0f)]
    [InlineData(88.4f, float.PositiveInfinity)]
    [InlineData(1e30f, float.PositiveInfinity)]
    [InlineData(float.PositiveInfinity, float.PositiveInfinity)]
    [InlineData(float.NaN, float.NaN)]
    public void Exp_at_the_ends(float x, float expected) => Assert.Equal(expected, First(Lanes.Exp(Lanes.Broadcast(x))));

    [Fact]
    public void Exp_between_normal_and_zero_is_subnormal_and_right() =>
        Assert.Equal(Math.Exp(-87.5f), First(Lanes.Exp(Lanes.Broadcast(-87.5f))), 2e-45);

    [Fact]
    public void Log_is_within_one_and_a_half_ulp_everywhere()
    {
        IEnumerable<float> allExponents = Enumerable.Range(0, 400_009).Select(k => BitConverter.Int32BitsToSingle(1 + (k * 5_347)));
        Assert.InRange(LargestUlpError(allExponents, Lanes.Log, Math.Log), 0.4, 1.5);
        Assert.InRange(LargestUlpError(Sweep(0.5f, 2f, 400_009), Lanes.Log, Math.Log), 0.4, 1.5);
    }

    /// <summary>The hash (FNV-1a over 32-bit words) is that of an independent program that takes the steps one number at a time.</summary>
    [Fact]
    public void Log_has_the_same_bits_at_every_width()
    {
        ulong hash = 0xcbf29ce484222325;
        for (int k = 0; k < 4096; k++)
        {
            float x = BitConverter.Int32BitsToSingle(0x00800000 + (k * 520_000));
            hash = (hash ^ BitConverter.SingleToUInt32Bits(First(Lanes.Log(Lanes.Broadcast(x))))) * 0x100000001b3;
        }

        Assert.Equal(0xcfd2af8bb0df3dcb, hash);
    }

    [Theory]
    [InlineData(1f, 0f)]
    [InlineData(0f, float.NegativeInfinity)]
    [InlineData(-1f, float.NaN)]
    [InlineData(float.NegativeInfinity, float.NaN)]
    [InlineData(float.PositiveInfinity, float.PositiveInfinity)]
    [InlineData(float.NaN, float.NaN)]
    public void Log_at_the_ends(float x, float expected) => Assert.Equal(expected, First(Lanes.Log(Lanes.Broadcast(x))));

    [Theory]
    [InlineData(2f, 10f)]
    [InlineData(7.5f, -0.3f)]
    [InlineData(1e-20f, 1.5f)]
    [InlineData(0f, 2f)]
    [InlineData(0f, 0f)]
    [InlineData(3f, 0f)]
    public void Pow_agrees_with_double(float x, float y)
    {
        double expected = Math.Pow(x, y);
        double tolerance = 2e-7 * (1 + Math.Abs(x > 0 ? y * Math.Log(x) : 0)) * expected;
        Assert.Equal(expected, First(Lanes.Pow(Lanes.Broadcast(x), Lanes.Broadcast(y))), tolerance);
    }

    [Fact]
    public void Spans_of_every_length_are_loaded_summed_and_stored()
    {
        SeededRandom random = new(3);
        for (int length = 0; length <= 67; length++)
        {
            float[] values = [.. Enumerable.Range(0, length).Select(_ => (float)random.NextNormal())];
            float[] copy = new float[length];
            double sum = 0;
            for (int start = 0; start < length; start += Lanes.Count)
            {
                Lanes lanes = Lanes.Load(values.AsSpan(start));
                lanes.Store(copy.AsSpan(start));
                sum += lanes.Sum();
            }

            Assert.Equal(values, copy);
            Assert.Equal(values.Sum(x => (double)x), sum, 1e-13);
        }
    }

    [Fact, Trait("Leg", "Simd")]
    public void Sum_adds_halves_upon_each_other()
    {
        // In double the order shows: 1e20 and -1e20 meet in the last addition but one, so that only the right tree keeps the ones.
        float[] values = new float[16];
        values[0] = 1e20f;
        values[8] = -1e20f;
        values[1] = 1;
        Assert.Equal(1, Lanes.Load(values).Sum());
        values[8] = 0;
        values[1] = -1e20f;
        values[2] = 1;
        Assert.Equal(0, Lanes.Load(values).Sum());
    }

    [Fact, Trait("Leg", "Simd")]
    public void Gather_reads_the_places_it_is_given()
    {
        float[] values = [.. Enumerable.Range(0, 100).Select(k => (float)k * k)];
        int[] places = [.. Enumerable.Range(0, 16).Select(k => (k * 37) % 100)];
        float[] gathered = new float[16];
        unsafe
        {
            fixed (float* origin = values)
            fixed (int* first = places)
            {
                Lanes.Gather(origin, first).Store(gathered);
            }
        }

        Assert.Equal(places.Select(k => values[k]), gathered);
    }

    [Fact, Trait("Leg", "Simd")]
    public void Arithmetic_and_choices_do_in_each_lane_what_they_do_in_one_number()
    {
        SeededRandom random = new(5);
        float[] a = [.. Enumerable.Range(0, 16).Select(_ => (float)random.NextNormal())];
        float[] b = [.. Enumerable.Range(0, 16).Select(k => k % 5 == 0 ? a[k] : (float)random.NextNormal())];
        Lanes x = Lanes.Load(a);
        Lanes y = Lanes.Load(b);
        AssertLanes(x + y, k => a[k] + b[k]);
        AssertLanes(x - y, k => a[k] - b[k]);
        AssertLanes(-x, k => -a[k]);
        AssertLanes(x * y, k => a[k] * b[k]);
        AssertLanes(x / y, k => a[k] / b[k]);
        AssertLanes(Lanes.FusedMultiplyAdd(x, y, x), k => MathF.FusedMultiplyAdd(a[k], b[k], a[k]));
        AssertLanes(Lanes.Min(x, y), k => MathF.Min(a[k], b[k]));
        AssertLanes(Lanes.Max(x, y), k => MathF.Max(a[k], b[k]));
        AssertLanes(Lanes.Abs(x), k => MathF.Abs(a[k]));
        AssertLanes(Lanes.Sqrt(Lanes.Abs(x)), k => MathF.Sqrt(MathF.Abs(a[k])));
        AssertLanes(Lanes.Select(x < y, x, Lanes.Indices), k => a[k] < b[k] ? a[k] : k);
        AssertLanes(Lanes.Select(!Lanes.AreEqual(x, y) & (x > y), x, Lanes.Indices), k => a[k] > b[k] ? a[k] : k);
        AssertLanes(Lanes.Select(Lanes.AreEqual(x, y) | (x > y), x, Lanes.Indices), k => a[k] >= b[k] ? a[k] : k);
    }

    private static void AssertLanes(Lanes actual, Func<int, float> expected)
    {
        float[] values = new float[16];
        actual.Store(values);
        Assert.Equal(Enumerable.Range(0, 16).Select(expected), values);
    }

    private static IEnumerable<float> Sweep(float from, float to, int steps) =>
        Enumerable.Range(0, steps).Select(k => (float)(from + ((double)(to - from) * k / (steps - 1))));

    private static double LargestUlpError(IEnumerable<float> inputs, Func<Lanes, Lanes> function, Func<double, double> oracle)
    {
        double worst = 0;
        float[] results = new float[16];
        foreach (float[] batch in inputs.Chunk(16))
        {
            function(Lanes.Load(batch)).Store(results);
            for (int k = 0; k < batch.Length; k++)
            {
                double exact = oracle(batch[k]);
                double ulp = MathF.BitIncrement(MathF.Abs((float)exact)) - MathF.Abs((float)exact);
                worst = Math.Max(worst, Math.Abs(results[k] - exact) / ulp);
            }
        }

        return worst;
    }

    private static float First(Lanes lanes)
    {
        float[] values = new float[1];
        lanes.Store(values);
        return values[0];
    }
}
