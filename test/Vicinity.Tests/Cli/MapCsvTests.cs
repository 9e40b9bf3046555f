using System.Globalization;
using System.Text;

using Vicinity.Cli;

using Xunit;

namespace Vicinity.Tests;

public sealed class MapCsvTests
{
    [Fact]
    public void Rows_carry_their_number_in_the_input_and_their_label()
    {
        Matrix map = Matrix.Copy(new float[,] { { 1, 2.5f }, { -3e-9f, 4 } });
        Assert.Equal("id,x,y,label\n7,1,2.5,b\n9,-3E-09,4,a\n", Text(map, [7, 9], Labels.From(["b", "a"])));
    }

    [Fact]
    public void Labels_that_hold_commas_quotes_or_lines_are_quoted()
    {
        Matrix map = Matrix.Copy(new float[,] { { 1 }, { 2 }, { 3 }, { 4 } });
        Assert.Equal(
            "id,x,label\n0,1,\"a,b\"\n1,2,\"say \"\"hi\"\"\"\n2,3,\"two\nlines\"\n3,4,\" padded\"\n",
            Text(map, [0, 1, 2, 3], Labels.From(["a,b", "say \"hi\"", "two\nlines", " padded"])));
    }

    [Fact]
    public void Every_number_reads_back_to_the_same_bits()
    {
        float[] values = [float.Epsilon, float.MaxValue, -0f, 0.1f, 1 / 3f, 16777217f, 1e-4f, MathF.PI, -1.17549435e-38f];
        string[] lines = Text(Matrix.Wrap(values, values.Length, 1), [.. Enumerable.Range(0, values.Length)], null).Split('\n');
        Assert.Equal("id,x", lines[0]);
        IEnumerable<float> read = lines.Skip(1).SkipLast(1).Select(line => float.Parse(line.Split(',')[1], CultureInfo.InvariantCulture));
        Assert.Equal(values.Select(BitConverter.SingleToInt32Bits), read.Select(BitConverter.SingleToInt32Bits));
    }

    private static string Text(Matrix map, IReadOnlyList<int> ids, Labels? labels)
    {
        using MemoryStream output = new();
        MapCsv.Write(output, map, ids, labels);
        return Encoding.UTF8.GetString(output.ToArray());
    }
}
