using Xunit;

namespace Vicinity.Tests;

public sealed class PlanePositionsTests
{
    [Fact]
    public void Of_three_dimensions_the_first_two_are_drawn()
    {
        PlanePositions plane = PlanePositions.Of(Matrix.Copy(new float[,] { { 1, 2, 3 }, { 4, 5, 6 } }));
        Assert.Equal([1, 4], plane.X);
        Assert.Equal([2, 5], plane.Y);
    }

    [Fact]
    public void A_strip_keeps_the_one_dimension_and_is_high_where_points_are_dense()
    {
        Matrix map = Matrix.Create(4000, 1, (i, row) => row[0] = i < 3000 ? i / 3000f : 1 + (i - 3000) / 1000f);
        PlanePositions plane = PlanePositions.Of(map);
        Assert.Equal(Enumerable.Range(0, 4000).Select(i => (double)map[i, 0]), plane.X);
        double dense = plane.Y.Take(2900).Max() - plane.Y.Take(2900).Min();
        double thin = plane.Y.Skip(3100).Max() - plane.Y.Skip(3100).Min();
        Assert.InRange(dense / thin, 2.7, 3.3);
    }

    [Theory]
    [InlineData(float.NaN)]
    [InlineData(float.PositiveInfinity)]
    public void A_position_that_is_no_number_is_refused_by_its_place(float value)
    {
        ArgumentException error = Assert.Throws<ArgumentException>(() => PlanePositions.Of(Matrix.Copy(new[,] { { 0f, 0f }, { 1f, value } })));
        Assert.Contains("Point 1", error.Message);
        Assert.Contains("column 1", error.Message);
    }
}
