using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;

namespace Vicinity;

/// <summary>Reads the number in a cell, always rounded correctly to the nearest float.</summary>
internal static class CsvNumber
{
    /// <summary>Powers of ten that double holds exactly.</summary>
    private static readonly double[] PowersOfTen =
        [.. Enumerable.Range(0, 23).Select(power => double.Parse($"1e{power}", CultureInfo.InvariantCulture))];

    [MethodImpl(HotLoop.Alone)]
    public static CsvCell Read(ReadOnlySpan<byte> cell, bool decimalComma, out float value) =>
        TryReadPlain(cell, out value) ? CsvCell.Number : ReadAny(cell, decimalComma, out value);

    /// <summary>The common case, digits with at most one point: one division of two doubles that are exact.</summary>
    /// <remarks>
    /// The quotient is the nearest double, and so its nearest float is the nearest float of the text, unless the quotient lies half-way
    /// between two floats; that and everything else is left to the full parser.
    /// </remarks>
    private static bool TryReadPlain(ReadOnlySpan<byte> cell, out float value)
    {
        const int MostDigits = 15;
        const long HalfWayMask = (1L << 29) - 1;
        value = 0;
        bool negative = !cell.IsEmpty && cell[0] == (byte)'-';
        long digits = 0;
        int point = -1;
        int start = negative ? 1 : 0;
        for (int i = start; i < cell.Length; i++)
        {
            uint digit = (uint)cell[i] - '0';
            if (digit <= 9)
            {
                digits = (digits * 10) + digit;
            }
            else if (cell[i] == (byte)'.' && point < 0)
            {
                point = i;
            }
            else
            {
                return false;
            }
        }

        int count = cell.Length - start - (point < 0 ? 0 : 1);
        if (count is 0 or > MostDigits)
        {
            return false;
        }

        double quotient = digits / PowersOfTen[point < 0 ? 0 : cell.Length - 1 - point];
        value = (float)(negative ? -quotient : quotient);
        return (BitConverter.DoubleToInt64Bits(quotient) & HalfWayMask) != (HalfWayMask + 1) / 2;
    }

    private static CsvCell ReadAny(ReadOnlySpan<byte> cell, bool decimalComma, out float value)
    {
        value = 0;
        ReadOnlySpan<byte> text = cell.Trim(" \t"u8);
        if (text.IsEmpty)
        {
            return CsvCell.Empty;
        }

        if (decimalComma && text.Contains((byte)',') && !text.Contains((byte)'.'))
        {
            byte[] point = text.ToArray();
            point.AsSpan().Replace((byte)',', (byte)'.');
            text = point;
        }

        if (float.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out value) || IsInfinity(text))
        {
            return float.IsFinite(value) && !IsInfinity(text) ? CsvCell.Number : CsvCell.NotFinite;
        }

        return CsvCell.Text;
    }

    /// <summary>The short name, which the runtime does not know.</summary>
    private static bool IsInfinity(ReadOnlySpan<byte> text) => Ascii.EqualsIgnoreCase(text.TrimStart("+-"u8), "inf"u8);
}
