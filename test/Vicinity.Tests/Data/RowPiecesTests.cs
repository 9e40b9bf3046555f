using Xunit;

namespace Vicinity.Tests;

public sealed class RowPiecesTests
{
    [Theory]
    [InlineData(0, 3)]
    [InlineData(16_384, 2)]
    [InlineData(40_000, 2)]
    [InlineData(5, 9_000_000)]
    public void Every_row_is_its_own(int rows, int width)
    {
        RowPieces<int> table = new(rows, width);
        for (int i = 0; i < rows; i++)
        {
            Assert.Equal(width, table.Row(i).Length);
            table.Row(i)[0] = i;
            table.Row(i)[^1] = i;
        }

        Assert.All(Enumerable.Range(0, rows), i => Assert.Equal((i, i), (table.Row(i)[0], table.Row(i)[^1])));
        Assert.InRange((long)table.PieceRows * width, 1, 1 << 26);
    }
}
