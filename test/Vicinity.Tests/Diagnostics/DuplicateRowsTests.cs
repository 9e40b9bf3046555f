using Xunit;

namespace Vicinity.Tests;

public sealed class DuplicateRowsTests
{
    [Theory]
    [InlineData(1, null)]
    [InlineData(2, "2 of 1000 rows are exact duplicates of others; one of them occurs 2 times")]
    [InlineData(400, "400 of 1000 rows are exact duplicates of others; one of them occurs 400 times")]
    public void Every_duplicate_counts(int copies, string? message)
    {
        FitWarning? warning = DuplicateRows.Find(WithCopies(1000, copies));
        Assert.Equal(message is null ? null : "D102", warning?.Code);
        Assert.StartsWith(message ?? "", warning?.Message ?? "", StringComparison.Ordinal);
    }

    [Fact]
    public void Groups_are_counted_together() =>
        Assert.StartsWith("90 of 90 rows are exact duplicates of others; one of them occurs 3 times",
            DuplicateRows.Find(Matrix.Create(90, 2, (i, row) => row[1] = i / 3))?.Message, StringComparison.Ordinal);

    [Fact]
    public void Minus_0_is_0_and_the_least_difference_is_one()
    {
        Assert.NotNull(DuplicateRows.Find(Matrix.Copy([0f, 1, -0f, 1], 2, 2)));
        Assert.Null(DuplicateRows.Find(Matrix.Copy([0f, 1, float.Epsilon, 1], 2, 2)));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void No_rows_have_no_duplicates(int rows) => Assert.Null(DuplicateRows.Find(Matrix.Create(rows, 3, (_, _) => { })));

    private static Matrix WithCopies(int rows, int copies)
    {
        Matrix data = Clouds.Normal(rows, 5);
        return Matrix.Create(rows, 5, (i, row) => data.Row(i < copies ? 0 : i).CopyTo(row));
    }
}
