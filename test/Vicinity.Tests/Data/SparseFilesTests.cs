using System.Text;
using Xunit;

namespace Vicinity.Tests;

public sealed class SparseFilesTests
{
    private const string Head = "%%MatrixMarket matrix coordinate real general\n";

    [Fact]
    public void Matrix_market_is_read()
    {
        SparseMatrix matrix = Read(Head + "% words by documents\n\n3 4 4\n1 1 2.5\n3 4 -1e2\n1 3 7\n3 1 0\n");
        Assert.Equal((3, 4, 4L), (matrix.Rows, matrix.Columns, matrix.EntryCount));
        Assert.Equal([0, 2], matrix.RowColumns(0).ToArray());
        Assert.Equal([2.5f, 7], matrix.RowValues(0).ToArray());
        Assert.Empty(matrix.RowColumns(1).ToArray());
        Assert.Equal([0, -100f], matrix.RowValues(2).ToArray());
    }

    [Fact]
    public void Patterns_and_symmetric_halves_are_filled_in()
    {
        SparseMatrix matrix = Read("%%MatrixMarket matrix coordinate pattern symmetric\n3 3 2\n2 1\n3 3\n");
        Assert.Equal([1], matrix.RowColumns(0).ToArray());
        Assert.Equal([0], matrix.RowColumns(1).ToArray());
        Assert.Equal([1f], matrix.RowValues(2).ToArray());
    }

    [Theory]
    [InlineData("%%MatrixMarket matrix array real general\n2 2\n", "line 1", "coordinate")]
    [InlineData(Head + "2 2 1\n3 1 5\n", "line 3", "row 3, column 1")]
    [InlineData(Head + "2 2 1\n1 2 x\n", "line 3", "row 0, column 1", "\"x\"")]
    [InlineData(Head + "2 2 1\n1 2 nan\n", "line 3", "finite")]
    [InlineData(Head + "2 2 2\n1 2 1\n", "ends after 1 of 2")]
    [InlineData(Head + "2 2 1\n1 2 1\n2 2 1\n", "line 4", "goes on")]
    [InlineData(Head + "2 2 2\n1 2 1\n1 2 3\n", "Row 0, column 1", "twice")]
    [InlineData(Head + "2000000000 2 1\n1 2 1\n", "shape")]
    [InlineData(Head + "2 2 99999999999\n1 2 1\n", "cut short")]
    [InlineData(Head + "2 2\n", "three sizes")]
    [InlineData(Head, "cut short")]
    [InlineData("1 3:0.5 2:1\n", "line 1", "ascend")]
    [InlineData("1 3:0.5\n-1 2:inf\n", "line 2", "2:inf")]
    [InlineData("1 3:0.5\n-1 2000000000:1\n", "shape")]
    public void A_broken_text_is_refused_with_its_place(string text, params string[] words)
    {
        string message = Assert.Throws<InvalidDataException>(() => Read(text)).Message;
        Assert.All(words.Prepend("data:"), word => Assert.Contains(word, message, StringComparison.Ordinal));
    }

    [Fact]
    public void Libsvm_lines_are_read_with_their_labels()
    {
        SparseTable table = ReadTable("+1 1:0.5 4:2 # a comment\n\n-1 2:1\n+1\n")!;
        Assert.Equal((3, 4), (table.Features.Rows, table.Features.Columns));
        Assert.Equal([0, 3], table.Features.RowColumns(0).ToArray());
        Assert.Equal("-1", table.Labels![1]);
        Assert.Equal([0, 2], Read("1 0:3 2:1\n2 1:1\n").RowColumns(0).ToArray());
    }

    [Theory, InlineData("csr"), InlineData("csc")]
    public void Npz_of_SciPy_is_read(string format)
    {
        SparseMatrix expected = SparseMatrix.From(SparseSpaceTests.Sparse(12, 9));
        SparseMatrix stored = format == "csr" ? expected : expected.Transpose();
        SparseMatrix read = Read(DataBytes.SparseNpz(format, (12, 9), stored));
        Assert.Equal((12, 9), (read.Rows, read.Columns));
        Assert.All(Enumerable.Range(0, 12), i =>
        {
            Assert.Equal(expected.RowColumns(i).ToArray(), read.RowColumns(i).ToArray());
            Assert.Equal(expected.RowValues(i).ToArray(), read.RowValues(i).ToArray());
        });
    }

    [Fact]
    public void Npz_that_is_broken_is_refused()
    {
        SparseMatrix stored = SparseMatrix.From(SparseSpaceTests.Sparse(12, 9));
        Assert.Contains("coo", Assert.Throws<InvalidDataException>(() => Read(DataBytes.SparseNpz("coo", (12, 9), stored))).Message, StringComparison.Ordinal);
        Assert.Contains("starts", Assert.Throws<InvalidDataException>(() => Read(DataBytes.SparseNpz("csr", (13, 9), stored))).Message, StringComparison.Ordinal);
        Assert.Contains("column", Assert.Throws<InvalidDataException>(() => Read(DataBytes.SparseNpz("csr", (12, 4), stored))).Message, StringComparison.Ordinal);
        byte[] whole = DataBytes.SparseNpz("csr", (12, 9), stored);
        for (int length = 4; length < whole.Length; length += 7)
        {
            Assert.Throws<InvalidDataException>(() => Read(whole[..length]));
        }
    }

    [Fact]
    public void The_first_table_of_a_dense_npz_is_read()
    {
        byte[] npz = DataBytes.Zip(("a.npy", DataBytes.Npy("<f4", "(2,)", DataBytes.BytesOf<float>([1, 2]))), ("b.npy", DataBytes.Npy("<f4", "(1, 2)", DataBytes.BytesOf<float>([3, 4]))));
        Assert.Equal([3f, 4], DataBytes.ReadMatrix(npz).Row(0).ToArray());
    }

    [Fact]
    public void A_dense_file_is_no_sparse_one() =>
        Assert.Contains("no sparse matrix", Assert.Throws<InvalidDataException>(() => Read("1,2\n3,4\n")).Message, StringComparison.Ordinal);

    private static SparseMatrix Read(string text) => Read(Encoding.UTF8.GetBytes(text));

    private static SparseMatrix Read(byte[] bytes)
    {
        using TemporaryFolder folder = new();
        string path = folder.With("data", bytes);
        try
        {
            return SparseMatrix.Read(path);
        }
        catch (InvalidDataException exception)
        {
            throw new InvalidDataException(exception.Message.Replace(path, "data", StringComparison.Ordinal), exception);
        }
    }

    private static SparseTable? ReadTable(string text)
    {
        using DataFile file = DataFile.From(new MemoryStream(Encoding.UTF8.GetBytes(text)), "data");
        return SparseTable.TryRead(file);
    }
}
