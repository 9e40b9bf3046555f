using Xunit;

namespace Vicinity.Tests;

[Trait("Leg", "Simd")]
public sealed unsafe class ShortFloatTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(-17)]
    [InlineData(-94)]
    public void A_code_is_the_formula_it_comes_back_as_itself_and_lanes_read_the_same(int top)
    {
        double least = Math.ScaleB(1, top - 32);
        ushort[] codes = [.. Enumerable.Range(0, 65_536).Select(code => (ushort)code)];
        Span<float> read = stackalloc float[Lanes.Count];
        for (int first = 0; first < codes.Length; first += Lanes.Count)
        {
            fixed (ushort* from = &codes[first])
            {
                ShortFloat.Decode(from, Lanes.Broadcast(ShortFloat.Least(top))).Store(read);
            }

            for (int lane = 0; lane < Lanes.Count; lane++)
            {
                int code = first + lane;
                double expected = least * ((Math.ScaleB(1 + ((code % 2048) / 2048.0), code / 2048)) - 1);
                float decoded = ShortFloat.Decode((ushort)code, top);
                Assert.Equal((float)expected, decoded);
                Assert.Equal(decoded, read[lane]);
                Assert.Equal(code, ShortFloat.Encode(decoded, top));
            }
        }
    }

    [Fact]
    public void Numbers_are_within_their_share_and_none_above_zero_becomes_zero()
    {
        SeededRandom random = new(1);
        for (int i = 0; i < 20_000; i++)
        {
            float value = (float)Math.Pow(2, -28 * random.NextDouble());
            int top = ShortFloat.Top(1);
            Assert.InRange(ShortFloat.Decode(ShortFloat.Encode(value, top), top), value * (1 - (1 / 3800.0)), value * (1 + (1 / 3800.0)));
        }

        Assert.Equal(0, ShortFloat.Encode(0, 3));
        Assert.Equal(1, ShortFloat.Encode(float.Epsilon, 3));
        Assert.Equal(ushort.MaxValue, ShortFloat.Encode(MathF.BitDecrement(8), 3));
        Assert.Equal(3, ShortFloat.Top(MathF.BitDecrement(8)));
        Assert.Equal(4, ShortFloat.Top(8));
        Assert.True(float.IsNormal(ShortFloat.Least(ShortFloat.Top(0))));
    }
}
