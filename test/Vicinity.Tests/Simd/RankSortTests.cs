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
}
