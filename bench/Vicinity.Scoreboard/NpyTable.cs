using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Vicinity.Scoreboard;

/// <summary>n rows of d numbers in double, read from an npy file of little-endian floats or doubles in C order.</summary>
public sealed class NpyTable
{
    private const int MagicLength = 8;

    /// <param name="rows">n.</param>
    /// <param name="columns">d.</param>
    /// <param name="values">Row after row.</param>
    public NpyTable(int rows, int columns, double[] values)
    {
        ArgumentNullException.ThrowIfNull(values);
        ArgumentOutOfRangeException.ThrowIfNotEqual(values.LongLength, (long)rows * columns, nameof(values));
        Rows = rows;
        Columns = columns;
        Values = values;
    }

    public int Rows { get; }

    public int Columns { get; }

    public double[] Values { get; }

    public ReadOnlySpan<double> Row(int i) => Values.AsSpan(i * Columns, Columns);

    /// <exception cref="InvalidDataException">The file is no such npy, too short, or has a number that is not finite.</exception>
    public static NpyTable Read(string path)
    {
        byte[] bytes = File.ReadAllBytes(path);
        if (bytes.Length < MagicLength + 4 || bytes[0] != 0x93 || Encoding.ASCII.GetString(bytes, 1, 5) != "NUMPY")
        {
            throw new InvalidDataException($"{path} is no npy file.");
        }

        bool isLong = bytes[6] > 1;
        int start = MagicLength + (isLong ? 4 : 2);
        int length = isLong ? BitConverter.ToInt32(bytes, MagicLength) : BitConverter.ToUInt16(bytes, MagicLength);
        string header = Encoding.ASCII.GetString(bytes, start, length);
        Match shape = Regex.Match(header, @"'shape': \((?<rows>\d+), (?<columns>\d+)\)", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture);
        Match type = Regex.Match(header, "'descr': '<f(?<bytes>[48])'", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture);
        if (!shape.Success || !type.Success || !header.Contains("'fortran_order': False", StringComparison.Ordinal))
        {
            throw new InvalidDataException($"{path} is no table of floats in C order: {header.Trim()}");
        }

        int rows = int.Parse(shape.Groups["rows"].ValueSpan, CultureInfo.InvariantCulture);
        int columns = int.Parse(shape.Groups["columns"].ValueSpan, CultureInfo.InvariantCulture);
        return new(rows, columns, Numbers(path, bytes.AsSpan(start + length), rows * columns, type.Groups["bytes"].ValueSpan is "8"));
    }

    private static double[] Numbers(string path, ReadOnlySpan<byte> body, int count, bool isDouble)
    {
        int size = isDouble ? sizeof(double) : sizeof(float);
        if (body.Length != (long)count * size)
        {
            throw new InvalidDataException($"{path} has {body.Length} bytes of numbers, but its header promises {(long)count * size}.");
        }

        double[] values = new double[count];
        for (int i = 0; i < count; i++)
        {
            values[i] = isDouble ? BitConverter.ToDouble(body[(i * size)..]) : BitConverter.ToSingle(body[(i * size)..]);
            if (!double.IsFinite(values[i]))
            {
                throw new InvalidDataException($"{path}: number {i} is {values[i]}.");
            }
        }

        return values;
    }
}
