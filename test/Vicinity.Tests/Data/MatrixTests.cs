using Xunit;
using static Vicinity.Tests.DataBytes;

namespace Vicinity.Tests;

public sealed class MatrixTests
{
    [Fact]
    public void A_copy_does_not_follow_its_source()
    {
        float[] values = [1, 2, 3, 4];
        float[,] square = { { 1, 2 }, { 3, 4 } };
        float[][] jagged = [[1, 2], [3, 4]];
        Matrix[] copies = [Matrix.Copy(values, 2, 2), Matrix.Copy(square), Matrix.Copy(jagged)];
        (values[0], square[0, 0], jagged[0][0]) = (9, 9, 9);
        Assert.All(copies, copy => AssertMatrix(copy, 2, 2, 1, 2, 3, 4));
    }

    [Fact]
    public void Wrapping_shares_the_memory()
    {
        float[] values = [0, 1, 2, 3, 4];
        Matrix matrix = Matrix.Wrap(values.AsMemory(1), 2, 2);
        AssertMatrix(matrix, 2, 2, 1, 2, 3, 4);
        values[4] = 9;
        Assert.Equal(9, matrix[1, 1]);
        Assert.Equal(4, matrix.Count);
    }

    [Fact]
    public void Wrong_counts_are_refused_with_numbers()
    {
        Assert.Contains("2 rows of 3 columns need 6 values, but there are 5", Assert.Throws<ArgumentException>(() => Matrix.Wrap(new float[5], 2, 3)).Message, StringComparison.Ordinal);
        Assert.Contains("Point 1 has 2 values, but point 0 has 1", Assert.Throws<ArgumentException>(() => Matrix.Copy([[1], [1, 2]])).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => Matrix.Copy(Array.Empty<float[]>()));
        Assert.Throws<ArgumentException>(() => Matrix.Create(int.MaxValue, int.MaxValue, (_, _) => { }));
        Assert.Throws<ArgumentOutOfRangeException>(() => Matrix.Wrap(Array.Empty<float>(), 0, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => Matrix.Wrap(Array.Empty<float>(), -1, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => Matrix.Copy([1], 1, 1).Row(1).Length);
        Assert.Throws<ArgumentOutOfRangeException>(() => Matrix.Copy([1], 1, 1)[-1, 0]);
        Assert.Throws<IndexOutOfRangeException>(() => Matrix.Copy([1], 1, 1)[0, 1]);
    }

    [Fact]
    public void No_rows_are_a_matrix_too() => Assert.Equal((0, 3), (Matrix.Wrap(Array.Empty<float>(), 0, 3).Rows, Matrix.Create(0, 3, (_, _) => { }).Columns));
}
