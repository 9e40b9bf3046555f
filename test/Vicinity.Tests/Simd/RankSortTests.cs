using Xunit;

namespace Vicinity.Tests;

[Trait("Leg", "Simd")]
public sealed class RankSortTests
{
    [Fact]
    public void Keys_ascend_and_items_stay_beside_them_at_every_length()
    {
        foreach (int length in Enumerable.Range(0, 68).Append(1024).Append(1025))
        {
            int[] keys = Clouds.Shuffle(length, length);
            float[] items = Array.ConvertAll(keys, key => key * 0.5f);
            RankSort.Sort(keys, items);
            Assert.Equal(Enumerable.Range(0, length), keys);
            Assert.Equal(keys.Select(key => key * 0.5f), items);
        }
    }

    [Fact]
    public void Doubles_ascend_beside_their_items_and_equal_ones_lose_none_at_every_length()
    {
        SeededRandom random = new(6);
        foreach (int length in Enumerable.Range(0, 40).Append(512).Append(513))
        {
            foreach (int different in (int[])[1, 5, 1000])
            {
                double[] keys = [.. Enumerable.Range(0, length).Select(_ => random.NextInt(different) == 0 ? double.PositiveInfinity : random.NextInt(different) / 7.0)];
                int[] items = Clouds.Shuffle(length, length);
                (double Key, int Item)[] expected = [.. keys.Zip(items).Order()];
                RankSort.Sort(keys, items);
                Assert.Equal(expected.Select(pair => pair.Key), keys);
                Assert.Equal(expected, keys.Zip(items).Order());
            }
        }
    }
}
