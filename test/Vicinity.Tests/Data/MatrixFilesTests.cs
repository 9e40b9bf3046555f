using FsCheck;
using FsCheck.Fluent;
using Xunit;
using static Vicinity.Tests.DataBytes;

namespace Vicinity.Tests;

public sealed class MatrixFilesTests
{
    private static readonly Gen<Matrix> Matrices =
        from rows in Gen.Choose(1, 12)
        from columns in Gen.Choose(1, 7)
        from bits in Gen.Choose(int.MinValue, int.MaxValue).Select(BitConverter.Int32BitsToSingle).Where(float.IsFinite).ArrayOf(rows * columns)
        select Matrix.Wrap(bits, rows, columns);

    [Theory]
    [InlineData(".npy")]
    [InlineData(".csv")]
    [InlineData(".tsv")]
    [InlineData(".CSV")]
    public void What_was_written_reads_back_to_the_same_bits(string extension)
    {
        using TemporaryFolder folder = new();
        string path = folder["m" + extension];
        Prop.ForAll(Matrices.ToArbitrary(), matrix =>
        {
            matrix.Write(path);
            AssertMatrix(Matrix.Read(path), matrix.Rows, matrix.Columns, ValuesOf(matrix));
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Text_has_the_shortest_numbers_under_a_header()
    {
        using TemporaryFolder folder = new();
        Matrix.Copy([0.1f, -1e-7f, 5, 1], 2, 2).Write(folder["map.csv"]);
        Assert.Equal("x,y\n0.1,-1E-07\n5,1\n", File.ReadAllText(folder["map.csv"]));
        Matrix.Copy([1, 2, 3, 4], 1, 4).Write(folder["map.tsv"]);
        Assert.Equal("x0\tx1\tx2\tx3\n1\t2\t3\t4\n", File.ReadAllText(folder["map.tsv"]));
    }

    [Fact]
    public void Another_extension_is_refused()
    {
        Assert.Contains("\".txt\"; a matrix is written as .npy, .csv or .tsv", Assert.Throws<ArgumentException>(() => Matrix.Copy([1], 1, 1).Write("m.txt")).Message, StringComparison.Ordinal);
        Assert.False(File.Exists("m.txt"));
    }

    [Fact]
    public void The_kind_is_found_by_content_whatever_the_name()
    {
        using TemporaryFolder folder = new();
        AssertMatrix(Matrix.Read(folder.With("a.csv", Npy("<f4", "(1, 2)", BytesOf(1f, 2f)))), 1, 2, 1, 2);
        AssertMatrix(Matrix.Read(folder.With("b.npy", "1,2\n"u8.ToArray())), 1, 2, 1, 2);
        AssertMatrix(Matrix.Read(folder.With("c", Gzip(Npy("<f4", "(1, 2)", BytesOf(1f, 2f))))), 1, 2, 1, 2);
        AssertMatrix(Matrix.Read(folder.With("d.txt", Idx(8, [1, 2], 1, 2))), 1, 2, 1, 2);
    }

    [Theory]
    [InlineData("id,x,y,label\n0,1.5,2,7\n1,3,4,\n", 2)]
    [InlineData("id,y,z,x,label\n0,2,9,1.5,a\n1,4,8,3,b\n", 3)]
    [InlineData("x\n1.5\n3\n", 1)]
    [InlineData("x,z\n1.5,0\n3,0\n", 1)]
    public void A_map_is_read_by_its_columns_x_y_z_and_nothing_else(string text, int dimensions)
    {
        using TemporaryFolder folder = new();
        Matrix map = Matrix.ReadMap(folder.With("map.csv", text));
        Assert.Equal((2, dimensions), (map.Rows, map.Columns));
        float[][] expected = [[1.5f, 2, 9], [3, 4, 8]];
        Assert.Equal(expected[0][..dimensions], map.Row(0).ToArray());
        Assert.Equal(expected[1][..dimensions], map.Row(1).ToArray());
    }

    [Fact]
    public void A_map_of_the_library_reads_back_and_an_npy_map_is_taken_whole()
    {
        using TemporaryFolder folder = new();
        Matrix map = Matrix.Copy([1, 2, 3, 4, 5, 6], 2, 3);
        map.Write(folder["map.tsv"]);
        map.Write(folder["map.npy"]);
        AssertMatrix(Matrix.ReadMap(folder["map.tsv"]), 2, 3, 1, 2, 3, 4, 5, 6);
        AssertMatrix(Matrix.ReadMap(folder["map.npy"]), 2, 3, 1, 2, 3, 4, 5, 6);
    }

    [Theory]
    [InlineData("X,Y\n1,2\n", "needs a column \"x\" (and \"y\", \"z\"), but the columns are \"X\", \"Y\"")]
    [InlineData("1,2\n3,4\n", "but the columns are \"x0\", \"x1\"")]
    [InlineData("x,y\n1,2\n3,\n", "line 3: row 1, column 1 \"y\" (both counted from 0) is empty")]
    [InlineData("x,y\n1,a\n3,b\n", "column 1 \"y\" (both counted from 0) is \"a\", not a finite number")]
    public void A_damaged_map_is_refused(string text, string problem)
    {
        using TemporaryFolder folder = new();
        string path = folder.With("map.csv", text);
        string message = Assert.Throws<InvalidDataException>(() => Matrix.ReadMap(path)).Message;
        Assert.StartsWith(path, message, StringComparison.Ordinal);
        Assert.Contains(problem, message, StringComparison.Ordinal);
    }
}
