using Xunit;

namespace Vicinity.Tests;

public sealed class CenterOrderTests
{
    private const int Count = 500;

    [Fact]
    public void Near_centers_follow_each_other()
    {
        Matrix cloud = Clouds.Normal(Count, 3);
        int[] order = CenterOrder.Of([.. Enumerable.Range(0, Count).SelectMany(i => cloud.Row(i).ToArray())], 3);
        Assert.Equal(Enumerable.Range(0, Count), order.Order());
        Assert.InRange(Way(cloud, order), 0, Way(cloud, [.. Enumerable.Range(0, Count)]) / 2);
    }

    [Fact]
    public void Equal_centers_and_none_have_an_order()
    {
        Assert.Equal([0, 1, 2, 3, 4], CenterOrder.Of(new float[10], 2));
        Assert.Empty(CenterOrder.Of([], 4));
    }

    private static double Way(Matrix cloud, int[] order) =>
        order.Zip(order.Skip(1), (a, b) => Math.Sqrt(cloud.Row(a).ToArray().Zip(cloud.Row(b).ToArray(), (x, y) => (x - y) * (x - y)).Sum())).Sum();
}
