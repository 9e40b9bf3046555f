using Xunit;

namespace Vicinity.Tests;

public sealed class OffsetColumnsTests
{
    [Theory]
    [InlineData(0, false)]
    [InlineData(100, false)]
    [InlineData(60_000, true)]
    [InlineData(-60_000, true)]
    [InlineData(6e7, true)]
    public void A_column_far_from_0_is_told_of(double offset, bool told)
    {
        FitWarning? warning = Find(i => (float)(offset + (6 * Math.Sin(i))));
        Assert.Equal(told ? "D114" : null, warning?.Code);
    }

    [Fact]
    public void The_message_has_the_name_the_numbers_and_the_cure() =>
        Assert.Equal(
            "Column \"t\" spreads over 6 but lies at 60003: float has only 1,536 steps there. Subtract its mean first.",
            Find(i => 59_997 + (6 * (i % 2)) + (i == 5 ? -0.3f : 0))?.Message);

    [Fact]
    public void Whole_numbers_and_constants_lose_nothing()
    {
        Assert.Null(Find(i => 1_000_000 + (i % 2)));
        Assert.Null(Find(_ => 1_234_567.8f));
        Assert.Null(Find(Matrix.Create(0, 1, (_, _) => { }), new(null)));
    }

    [Fact]
    public void Several_columns_are_counted()
    {
        Matrix data = Matrix.Create(50, 4, (i, row) => row.Fill((float)(1e6 + Math.Sin(i))));
        Assert.EndsWith("The same holds for 3 other columns.", Find(data, new(null))?.Message);
    }

    private static FitWarning? Find(Func<int, float> value)
    {
        Matrix data = Matrix.Create(100, 2, (i, row) => (row[0], row[1]) = (MathF.Cos(i), value(i)));
        return Find(data, new(["c", "t"]));
    }

    private static FitWarning? Find(Matrix data, ColumnNames names) => OffsetColumns.Find(data, TableScan.Of(data, 2), names);
}
