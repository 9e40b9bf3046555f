using Xunit;

namespace Vicinity.Tests;

[Trait("Leg", "Simd")]
public sealed unsafe class DistanceTileTests
{
    [Theory]
    [InlineData(6, 16)]
    [InlineData(8, 32)]
    public void Both_shapes_have_the_bits_of_one_chain_of_fused_steps(int height, int width)
    {
        for (int depth = 0; depth <= 67; depth++)
        {
            AssertChain(height, width, depth, panels: 3);
        }
    }

    private static void AssertChain(int height, int width, int depth, int panels)
    {
        var random = new SeededRandom(depth);
        float[] rows = Numbers(random, panels * height * Math.Max(1, depth));
        float[] columns = Numbers(random, width * Math.Max(1, depth));
        float[] start = Numbers(random, width);
        float[] thresholds = Numbers(random, panels * height);
        float[] sums = new float[panels * height * width];
        byte[] hits = new byte[panels];
        fixed (float* x = rows, y = columns, s = start, t = thresholds, o = sums)
        fixed (byte* h = hits)
        {
            if (height == 6)
            {
                DistanceTile.Accumulate6x16(x, depth * height, panels, y, depth, s, 0, o, t, h);
            }
            else
            {
                DistanceTile.Accumulate8x32(x, depth * height, panels, y, depth, s, 0, o, t, h);
            }
        }

        for (int row = 0; row < panels * height; row++)
        {
            bool hit = false;
            for (int column = 0; column < width; column++)
            {
                float expected = start[column];
                for (int d = 0; d < depth; d++)
                {
                    float x = rows[(row / height * height * depth) + (d * height) + (row % height)];
                    expected = MathF.FusedMultiplyAdd(x, columns[(d * width) + column], expected);
                }

                Assert.Equal(expected, sums[(row * width) + column]);
                hit |= expected <= thresholds[row];
            }

            Assert.Equal(hit, ((hits[row / height] >> (row % height)) & 1) == 1);
        }
    }

    private static float[] Numbers(SeededRandom random, int count)
    {
        float[] numbers = new float[count];
        for (int k = 0; k < count; k++)
        {
            numbers[k] = (float)random.NextNormal();
        }

        return numbers;
    }
}
