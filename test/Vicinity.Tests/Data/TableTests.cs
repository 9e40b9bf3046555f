using Xunit;
using static Vicinity.Tests.DataBytes;

namespace Vicinity.Tests;

public sealed class TableTests
{
    private const string Flowers = "id,width,species,length,width\n7,1.5,a,2,9\n8,2.5,b,3,8\n9,3.5,a,4,7\n";

    [Fact]
    public void Columns_are_features_texts_or_labels()
    {
        Table table = ReadTable("n,note,width,kind\n1,x,5,a\n2,y,6,b\n", "kind");
        AssertMatrix(table.Features, 2, 2, 1, 5, 2, 6);
        Assert.Equal(["n", "width"], table.FeatureNames);
        Assert.Equal(["note"], table.TextColumns.Keys);
        Assert.Equal(["x", "y"], table.TextColumns["note"]);
        Assert.Equal(["a", "b"], table.Labels!.Names);
        Assert.Equal(2, table.Labels.Count);
        Assert.Equal([0, 1], table.RowNumbers);
    }

    [Fact]
    public void A_label_column_of_numbers_is_no_feature_and_may_hold_anything()
    {
        Table table = ReadTable("x,class\n1,10\n2,9\n3,\n4,nan\n5,9\n", "class");
        AssertMatrix(table.Features, 5, 1, 1, 2, 3, 4, 5);
        Assert.Equal(["10", "9", "", "nan", "9"], Enumerable.Range(0, 5).Select(i => table.Labels![i]));
    }

    [Fact]
    public void Without_a_header_columns_are_named_by_position()
    {
        Table table = ReadTable("1,2,5\n3,4,6\n", "x2");
        Assert.Equal(["x0", "x1"], table.FeatureNames);
        Assert.Equal(["5", "6"], table.Labels!.Names);
    }

    [Fact]
    public void Quotes_in_texts_are_undone() => Assert.Equal(["a \"b\", c", "d\ne", " f"], ReadTable("x,t\n1,\"a \"\"b\"\", c\"\n2,\"d\ne\"\n3, f").TextColumns["t"]);

    [Fact]
    public void A_name_that_occurs_twice_is_fine_until_it_is_asked_for()
    {
        Assert.Equal(["id", "width", "length", "width"], ReadTable(Flowers).FeatureNames);
        Assert.Equal(["t", "t (column 2)"], ReadTable("x,t,t\n1,a,b\n").TextColumns.Keys);
        Assert.Contains("columns 1 and 4 (counted from 0) are both called \"width\"", Assert.Throws<InvalidDataException>(() => ReadTable(Flowers, "width")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Labels_that_are_neither_a_column_nor_a_file_are_refused_with_the_columns()
    {
        string message = Assert.Throws<InvalidDataException>(() => ReadTable("x,y\n1,2", "kind")).Message;
        Assert.Contains("data.csv: the labels \"kind\" are neither a column of this file (its columns are \"x\", \"y\") nor a file", message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_table_without_features_beside_the_labels_is_refused() =>
        Assert.Contains("no number column", Assert.Throws<InvalidDataException>(() => ReadTable("x,y\n1,a\n2,b", "x")).Message, StringComparison.Ordinal);

    [Fact]
    public void A_column_comes_before_a_file_of_the_same_name_and_a_file_is_read_else()
    {
        using TemporaryFolder folder = new();
        string data = folder.With("data.csv", "x,y\n1,2\n3,4\n");
        string labels = folder.With("y", "b\na\n");
        Assert.Equal(["a", "b"], Table.Read(data, labels).Labels!.Names);
        Assert.Equal(["2", "4"], Table.Read(data, "y").Labels!.Names);
        Assert.Equal(["a", "b"], Table.Read(folder.With("data.npy", Npy("<f4", "(2, 1)", BytesOf(1f, 2f))), labels).Labels!.Names);
    }

    [Theory]
    [InlineData("kind\na\nb\n", 3, "If its first entry (\"kind\") is a header, remove it.")]
    [InlineData("a\n", 1, "is a header, or an entry is missing")]
    [InlineData("a\na\na\na\na\n", 5, "same rows")]
    public void A_label_file_of_another_length_is_refused_with_both_numbers(string text, int entries, string hint)
    {
        using TemporaryFolder folder = new();
        string data = folder.With("data.csv", "x,y\n1,2\n3,4\n");
        string labels = folder.With("labels.txt", text);
        string message = Assert.Throws<InvalidDataException>(() => Table.Read(data, labels)).Message;
        Assert.StartsWith($"{labels}: there are {entries} label{(entries == 1 ? "" : "s")}, but {data} has 2 rows.", message, StringComparison.Ordinal);
        Assert.Contains(hint, message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_file_and_a_directory_are_named()
    {
        using TemporaryFolder folder = new();
        string missing = folder["no\u00FC.csv"];
        Assert.Equal((missing, $"{missing} does not exist. Check the path."), Refused<FileNotFoundException>(missing, e => e.FileName));
        string lost = Path.Combine(folder.Path, "no", "where.npy");
        Assert.Contains(lost, Assert.Throws<FileNotFoundException>(() => Table.Read(lost)).Message, StringComparison.Ordinal);
        Assert.Equal($"{folder.Path} is a directory, not a file. Name a file in it.", Assert.Throws<IOException>(() => Table.Read(folder.Path)).Message);
        string data = folder.With("data.csv", "1,2\n");
        Assert.Contains("is a directory", Assert.Throws<IOException>(() => Table.Read(data, folder.Path)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Taking_and_sampling_cut_everything_along()
    {
        string text = "x,note,kind\n" + string.Join('\n', Enumerable.Range(0, 100).Select(i => $"{i},n{i},k{i % 3}"));
        Table table = ReadTable(text, "kind");
        AssertCut(table.Take(7), [.. Enumerable.Range(0, 7)]);
        Table sample = table.Sample(40, seed: 5);
        AssertCut(sample, sample.RowNumbers);
        AssertCut(sample.Take(3), [.. sample.RowNumbers.Take(3)]);
        Assert.NotEqual(Enumerable.Range(0, 40), sample.RowNumbers);
        Assert.Same(table, table.Take(100));
        Assert.Same(table, table.Sample(1000, seed: 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => table.Take(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => table.Sample(0, 0));
    }

    [Fact]
    public void A_sample_is_a_choice_in_order_repeatable_and_even()
    {
        Table table = ReadTable(string.Join('\n', Enumerable.Range(0, 20)));
        int[] counts = new int[20];
        for (int seed = 0; seed < 4000; seed++)
        {
            IReadOnlyList<int> rows = table.Sample(5, seed).RowNumbers;
            Assert.Equal(5, rows.Count);
            Assert.True(rows.Zip(rows.Skip(1)).All(pair => pair.First < pair.Second));
            Assert.Equal(rows, table.Sample(5, seed).RowNumbers);
            foreach (int row in rows)
            {
                counts[row]++;
            }
        }

        Assert.All(counts, count => Assert.InRange(count, 1000 - 150, 1000 + 150)); // more than five standard deviations
    }

    private static void AssertCut(Table table, IReadOnlyList<int> rows)
    {
        Assert.Equal(rows, table.RowNumbers);
        Assert.Equal(rows.Select(i => (float)i), ValuesOf(table.Features));
        Assert.Equal(rows.Select(i => $"n{i}"), table.TextColumns["note"]);
        Assert.Equal(rows.Select(i => $"k{i % 3}"), rows.Select((_, k) => table.Labels![k]));
    }

    private static (string? File, string Message) Refused<T>(string path, Func<T, string?> file)
        where T : Exception
    {
        T exception = Assert.Throws<T>(() => Table.Read(path));
        return (file(exception), exception.Message);
    }
}
