using System.Globalization;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace Vicinity.Tests;

public sealed class CsvNumberTests
{
    [Theory]
    [InlineData("1", 1f)]
    [InlineData(" -2.5\t", -2.5f)]
    [InlineData("+.5", 0.5f)]
    [InlineData("5.", 5f)]
    [InlineData("1e3", 1000f)]
    [InlineData("2.5E-3", 0.0025f)]
    [InlineData("-0", -0f)]
    [InlineData("1e-400", 0f)]
    [InlineData("340282346638528859811704183484516925440", float.MaxValue)]
    [InlineData("00000000000000000000000000000001", 1f)]
    public void A_number_is_read(string text, float expected)
    {
        Assert.Equal(CsvCell.Number, Read(text, out float value));
        Assert.Equal(BitConverter.SingleToInt32Bits(expected), BitConverter.SingleToInt32Bits(value));
    }

    [Theory]
    [InlineData("NaN")]
    [InlineData("nan")]
    [InlineData("inf")]
    [InlineData("-Inf")]
    [InlineData("Infinity")]
    [InlineData("1e39")]
    [InlineData("-1e400")]
    public void A_number_that_is_not_finite_is_told_apart(string text) => Assert.Equal(CsvCell.NotFinite, Read(text, out _));

    [Theory]
    [InlineData("NA")]
    [InlineData("abc")]
    [InlineData("1,5")]
    [InlineData("1.2.3")]
    [InlineData("0x10")]
    [InlineData("--1")]
    [InlineData("-")]
    [InlineData(".")]
    [InlineData("1 2")]
    [InlineData("12e")]
    public void Text_is_text(string text) => Assert.Equal(CsvCell.Text, Read(text, out _));

    [Theory]
    [InlineData("")]
    [InlineData("  \t ")]
    public void Blanks_are_empty(string text) => Assert.Equal(CsvCell.Empty, Read(text, out _));

    [Theory]
    [InlineData("1,5", CsvCell.Number, 1.5f)]
    [InlineData("-,25", CsvCell.Number, -0.25f)]
    [InlineData("1.5", CsvCell.Number, 1.5f)]
    [InlineData("1.234,5", CsvCell.Text, 0f)]
    [InlineData("1,234,5", CsvCell.Text, 0f)]
    public void A_decimal_comma_is_read_where_it_is_allowed(string text, object kind, float expected)
    {
        Assert.Equal(kind, CsvNumber.Read(Encoding.UTF8.GetBytes(text), decimalComma: true, out float value));
        Assert.Equal(expected, value);
    }

    /// <summary>The oracle is the runtime's own parser, which rounds correctly.</summary>
    [Fact]
    public void Decimals_of_all_lengths_are_rounded_as_by_the_full_parser()
    {
        Gen<string> digits = Gen.Choose(0, 9).Select(digit => $"{digit}").ArrayOf().Select(all => string.Concat(all.Take(18)));
        Gen<string> decimals = from sign in Gen.Elements("", "-") from whole in digits from fraction in digits select $"{sign}{whole}.{fraction}";
        Prop.ForAll(decimals.Where(text => text.Any(char.IsDigit)).ToArbitrary(), AgreesWithOracle).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Numbers_at_and_beside_the_middle_of_two_floats_are_rounded_as_by_the_full_parser()
    {
        SeededRandom random = new(1);
        for (int k = 0; k < 20_000; k++)
        {
            float low = BitConverter.Int32BitsToSingle(0x3F000000 + random.NextInt(0x0F000000));
            double middle = ((double)low + MathF.BitIncrement(low)) / 2;
            decimal nudge = (random.NextInt(3) - 1) * (decimal)Math.Pow(10, -random.NextInt(10));
            Assert.True(AgreesWithOracle(((decimal)middle + nudge).ToString(CultureInfo.InvariantCulture)));
            Assert.True(AgreesWithOracle(middle.ToString("F9", CultureInfo.InvariantCulture)));
        }
    }

    private static bool AgreesWithOracle(string text) =>
        Read(text, out float value) == CsvCell.Number
        && BitConverter.SingleToInt32Bits(value) == BitConverter.SingleToInt32Bits(float.Parse(text, CultureInfo.InvariantCulture));

    private static CsvCell Read(string text, out float value) => CsvNumber.Read(Encoding.UTF8.GetBytes(text), decimalComma: false, out value);
}
