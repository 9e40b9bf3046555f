using System.Text;
using Xunit;
using static Vicinity.Tests.DataBytes;

namespace Vicinity.Tests;

public sealed class CsvTableTests
{
    [Theory]
    [InlineData("1,2\n3,4\n")]
    [InlineData("1,2\r\n3,4\r\n")]
    [InlineData("1,2\r3,4")]
    [InlineData("1,2\n3,4\n\n\n")]
    [InlineData("\uFEFF1,2\n3,4")]
    [InlineData("1\t2\n3\t4")]
    [InlineData("1;2\n3;4")]
    [InlineData("1,0;2,0\n3,0;4,0")]
    [InlineData("\"1\",\"2\"\n\"3\",\"4\"")]
    [InlineData(" 1 , 2\n3 ,4 ")]
    [InlineData("x,y\n1,2\n3,4")]
    [InlineData("\"x, or so\",\"y\"\"\"\n1,2\n3,4")]
    [InlineData("\"x\nor\r\nso\",y\n1,2\n3,4")]
    [InlineData(",y\n1,2\n3,4")]
    public void Every_way_to_write_a_table_gives_the_same_table(string text)
    {
        AssertMatrix(ReadMatrix(text), 2, 2, 1, 2, 3, 4);
        AssertMatrix(ReadMatrix(Gzip(Encoding.UTF8.GetBytes(text))), 2, 2, 1, 2, 3, 4);
    }

    [Theory]
    [InlineData("x\n1\n2\n", 2)]
    [InlineData("1\n2\n", 2)]
    [InlineData("x,1\n5,2\n6,3", 0)]
    [InlineData("x,2019,2020\n1,5,6\n2,7,8", 2)]
    [InlineData("x,2019,2021\n1,5,6\n2,7,8", 0)]
    [InlineData("x,7,8\n1,5,6\n2,7,8", 0)]
    [InlineData("country,2000,2001,2002\nFR,1,2,3\nDE,2,3,4", 2)]
    [InlineData("country,2000,2001\nFR,1,2\nDE,2,3", 2)]
    [InlineData(",0,1\na,1,2\nb,2,3", 2)]
    [InlineData("FR,2000,2001,2002\nFR,1,2,3\nDE,2,3,4", 3)]
    [InlineData("FR,3,4\nDE,1,2\nIT,2,3", 3)]
    [InlineData("FR,3,4,6\nDE,1,2,1\nIT,2,3,1", 3)]
    [InlineData("2000,2001,2002\n1,2,3\n2,3,4", 3)]
    [InlineData("year,2019,2020,2021\n1,5,6,7", 1)]
    [InlineData(",0,1,2\n0,5,6,7", 1)]
    [InlineData("0,1,2\n3,4,5", 2)]
    [InlineData("name,width\na,1\nb,2", 2)]
    [InlineData("a,1\nb,2", 2)]
    [InlineData("5", 1)]
    public void A_header_is_found_above_numbers_and_only_there(string text, int rows)
    {
        if (rows == 0)
        {
            Assert.Contains("line 1: row 0, column 0 \"x0\" (both counted from 0) is \"x\", not a finite number", Refusal(text), StringComparison.Ordinal);
        }
        else
        {
            Assert.Equal(rows, ReadMatrix(text).Rows);
        }
    }

    [Theory]
    [InlineData("country,2000\nFR,1\nDE,2", "\"country\"")]
    [InlineData("a,x,1\na,y,2\nb,z,3", "\"x\"")]
    [InlineData("a,1\nb,2\na,3", null)]
    [InlineData("country,pop\nFR,1\nDE,2", null)]
    [InlineData("1,2\n3,4", null)]
    [InlineData("a,1", null)]
    public void A_first_line_that_may_be_a_header_is_told_of(string text, string? found)
    {
        FitWarning? warning = ReadTable(text).Warnings.SingleOrDefault();
        Assert.Equal(found is null ? null : "D115", warning?.Code);
        Assert.Contains(found ?? "", warning?.Message ?? "", StringComparison.Ordinal);
        Assert.Equal(warning, ReadTable(text).Sample(1, 0).Warnings.SingleOrDefault());
    }

    [Fact]
    public void A_comma_is_a_decimal_mark_only_between_semicolons()
    {
        AssertMatrix(ReadMatrix("a;b\n1,234;2\n5,5;3"), 2, 2, 1.234f, 2, 5.5f, 3);
        Assert.Equal(["a"], ReadTable("a\tb\n1,234\t2\n5,678\t3").TextColumns.Keys);
        Assert.Contains("\"1,234\", not a finite number", Refusal("a\tb\n7\t2\n1,234\t2\n5\t3"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("NA,NA\n1,2\n3,4", "\"NA\"")]
    [InlineData("nan,1\n1,2\n3,4", "\"nan\"")]
    [InlineData(",\n1,2\n3,4", "is empty")]
    [InlineData(",1\n1,2\n3,4", "is empty")]
    public void A_first_row_with_missing_values_is_no_header(string text, string found) =>
        Assert.Contains($"data.csv: line 1: row 0, column 0 \"x0\" (both counted from 0) {(found == "is empty" ? found : "is " + found)}", Refusal(text), StringComparison.Ordinal);

    [Theory]
    [InlineData("abc", "is \"abc\", not a finite number")]
    [InlineData("", "is empty")]
    [InlineData("  ", "is empty")]
    [InlineData("NaN", "is \"NaN\", not a finite number")]
    [InlineData("NA", "is \"NA\", not a finite number")]
    [InlineData("inf", "is \"inf\", not a finite number")]
    [InlineData("1e39", "is \"1e39\", not a finite number of at most 3.4E+38")]
    [InlineData("1e400", "is \"1e400\", not a finite number")]
    [InlineData("\"say \"\"5\"\"\"", "is \"say \"5\"\", not a finite number")]
    public void Another_cell_in_a_number_column_is_refused_with_its_place(string cell, string problem)
    {
        string message = Refusal($"id,width\n1,2\n3,{cell}\n5,6\n");
        Assert.StartsWith($"data.csv: line 3: row 1, column 1 \"width\" (both counted from 0) {problem}", message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_first_bad_cell_of_the_file_is_named_and_lines_inside_quotes_are_counted() =>
        Assert.Contains(
            "line 6: row 2, column 1 \"x\" (both counted from 0) is \"oops\"",
            Refusal("note,x,y\n\"two\nlines\",1,1\r\n\"b\n\",2,2\nc,oops,3\nd,4,oops\n"),
            StringComparison.Ordinal);

    [Theory]
    [InlineData("v\n1\n2\na\nb\nc\n", false)]
    [InlineData("v\n1\n2\na\nb\n", false)]
    [InlineData("v\n1\n2\n3\na\nb\n", true)]
    [InlineData("v\n1\n\n\n\n", true)]
    [InlineData("v\nnan\nnan\n1\n", true)]
    public void A_column_is_of_numbers_if_more_than_half_of_its_filled_cells_are(string column, bool isNumber)
    {
        string[] lines = column.Split('\n')[..^1];
        string text = string.Join('\n', lines.Select((line, i) => i == 0 ? "n,v" : $"{i},{line}"));
        if (isNumber)
        {
            Assert.Contains("column 1 \"v\" (both", Refusal(text), StringComparison.Ordinal);
        }
        else
        {
            Assert.Equal(["v"], ReadTable(text).TextColumns.Keys);
        }
    }

    [Theory]
    [InlineData("a,b\n1,2\n3\n4,5", "line 3 has 1 cell, but line 1 has 2")]
    [InlineData("a,b\n1,2\n3,4,5\n", "line 3 has 3 cells, but line 1 has 2")]
    [InlineData("a,b\n\n1,2\n", "line 2 has 1 cell, but line 1 has 2")]
    [InlineData("a;b\n1;2\n3\n", "line 3 has 1 cell, but line 1 has 2 (separator ';')")]
    public void A_ragged_line_is_refused_with_both_counts(string text, string problem) =>
        Assert.StartsWith("data.csv: " + problem, Refusal(text), StringComparison.Ordinal);

    [Theory]
    [InlineData("a,b\n\"1,2\n3,4", "begins on line 2, column 0 (counted from 0) has a quote")]
    [InlineData("a,b\n1,2\n3,\"4\"x\n", "begins on line 3, column 1 (counted from 0) has a quote")]
    public void A_broken_quote_is_refused(string text, string problem) => Assert.Contains(problem, Refusal(text), StringComparison.Ordinal);

    [Theory]
    [InlineData("", "the file is empty")]
    [InlineData("\n\r\n", "the file has no text")]
    [InlineData("\uFEFF", "the file has no text")]
    [InlineData("a,b,c\n", "a header without rows")]
    [InlineData("a,b\nc,d\ne,f\n", "no number column")]
    [InlineData("a,b\nc,d\ne,f\n", "separated by ','")]
    [InlineData("a b\n1 2\n3 4\n", "No tab, semicolon or comma was found")]
    [InlineData("a\tb\n1,5\tu\n2,5\tv\n", "separated by 'tab'")]
    public void A_file_without_numbers_is_refused(string text, string problem) => Assert.Contains(problem, Refusal(text), StringComparison.Ordinal);

    [Fact]
    public void Text_that_is_not_utf8_and_other_kinds_of_file_are_refused_by_name()
    {
        Assert.Contains("line 2 is not UTF-8 text (byte FC)", Refusal([.. "a,b\n"u8, 0xFC, .. ",1\n"u8]), StringComparison.Ordinal);
        Assert.Contains("UTF-16", Refusal(Encoding.Unicode.GetPreamble()), StringComparison.Ordinal);
        Assert.Contains("npz", Refusal([.. "PK"u8, 3, 4, 20, 0]), StringComparison.Ordinal);
        Assert.Contains("gzip file inside a gzip file", Refusal(Gzip(Gzip([1]))), StringComparison.Ordinal);
    }

    [Fact]
    public void A_large_file_is_read_whole()
    {
        string text = string.Join('\n', Enumerable.Range(0, 30_000).Select(i => $"{i},{i}.25,-{i}e-3"));
        Matrix matrix = ReadMatrix(text);
        Assert.Equal(30_000, matrix.Rows);
        for (int i = 0; i < matrix.Rows; i++)
        {
            Assert.Equal([i, i + 0.25f, (float)(-i / 1000.0)], matrix.Row(i).ToArray());
        }
    }

    [Fact]
    public void A_very_wide_line_costs_no_more_than_its_length()
    {
        string text = string.Join(',', Enumerable.Range(0, 200_000)) + "\n" + string.Join(',', Enumerable.Repeat("1", 200_000));
        Assert.Equal(200_000, ReadMatrix(text).Columns);
    }
}
