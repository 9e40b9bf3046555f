using Xunit;

namespace Vicinity.Tests;

public sealed unsafe class SplineGridTests
{
    private const int Count = 200;
    private const int Guard = 1 << 16;

    /// <summary>However far from the origin, where neighboring floats may be further apart than places of the grid.</summary>
    [Theory]
    [InlineData(0, 40)]
    [InlineData(1e6f, 40)]
    [InlineData(-1e9f, 300)]
    [InlineData(8e9f, 9000)]
    [InlineData(1e30f, 1e24f)]
    public void Points_are_spread_within_the_grid_and_nothing_of_them_is_lost(float origin, float span)
    {
        SeededRandom random = new(4);
        PinnedBuffer<float> axes = new(2 * Count);
        for (int i = 0; i < 2 * Count; i++)
        {
            axes.Span[i] = origin + (span * (float)random.NextDouble());
        }

        float[] low = [axes.Span[..Count].ToArray().Min(), axes.Span[Count..].ToArray().Min()];
        double extent = Math.Max(axes.Span[..Count].ToArray().Max() - (double)low[0], axes.Span[Count..].ToArray().Max() - (double)low[1]);
        double spacing = extent / 64;
        int rows = MeshSpacing.Side(MeshSpacing.Used(extent, spacing), 2) / 2;
        PinnedBuffer<float> room = new((rows * rows) + (2 * Guard));
        MeshPlacement placement = new(low[0], low[1], 0, (float)(1 / spacing), MeshSpacing.Before, rows, rows);
        new SplinePoints<QuinticSpline, TwoDimensions>().Spread(axes.Pointer, Count, null, 0, Count, placement, room.Pointer + Guard);
        Assert.Equal(-1, room.Span[..Guard].IndexOfAnyExcept(0f));
        Assert.Equal(-1, room.Span[(Guard + (rows * rows))..].IndexOfAnyExcept(0f));
        Assert.Equal(Count, room.Span.ToArray().Sum(value => (double)value), 1e-3);
        axes.KeepAlive();
        room.KeepAlive();
    }
}
