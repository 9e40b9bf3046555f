using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text;

namespace Vicinity;

/// <summary>The sections of a file by name, in their order. Who reads one says how large it must be.</summary>
/// <param name="source">What messages call the file.</param>
internal sealed class SectionSet(string source)
{
    private readonly Dictionary<string, Section> byName = new(StringComparer.Ordinal);
    private readonly List<Section> all = [];

    /// <summary>All of them.</summary>
    public IReadOnlyList<Section> All => all;

    /// <summary>True if there is a section of that name.</summary>
    public bool Has(string name) => byName.ContainsKey(name);

    /// <summary>Rows and columns of a section; none if it is not there.</summary>
    public (int Rows, int Columns) Shape(string name) => byName.TryGetValue(name, out Section? section) ? (section.Rows, section.Columns) : default;

    /// <summary>Takes a section in.</summary>
    /// <exception cref="InvalidDataException">There is one of that name.</exception>
    public void Add(Section section)
    {
        if (!byName.TryAdd(section.Name, section))
        {
            throw Damage($"the section {section.Name} stands there twice");
        }

        all.Add(section);
    }

    /// <summary>Adds a copy of values.</summary>
    /// <exception cref="ArgumentException">They are more than a section of this version holds.</exception>
    public void Add<T>(string name, ReadOnlySpan<T> values, int rows, int columns)
        where T : unmanaged
    {
        if ((long)values.Length * Size(TypeOf<T>()) > Array.MaxLength)
        {
            throw new ArgumentException($"{name} has {values.Length} values; a section of this version holds {Array.MaxLength} bytes. Save without the data.", nameof(values));
        }

        Add(new Section(name, TypeOf<T>(), rows, columns, values.ToArray()));
    }

    /// <summary>Adds a text.</summary>
    public void Add(string name, string text)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(text);
        Add(new Section(name, SectionType.Text, 1, bytes.Length, bytes));
    }

    /// <summary>The values of a section of known shape: those of the set itself, not a copy.</summary>
    /// <exception cref="InvalidDataException">It is missing, or of another type or shape; the message names it.</exception>
    public T[] Read<T>(string name, int rows, int columns)
        where T : unmanaged
    {
        Section section = Find(name, TypeOf<T>());
        return section.Rows == rows && section.Columns == columns
            ? (T[])section.Values
            : throw Damage($"the section {name} is {section.Rows} x {section.Columns}, but {rows} x {columns} is needed");
    }

    /// <summary>The numbers of a section of known shape, all finite.</summary>
    /// <exception cref="InvalidDataException">It is missing, of another type or shape, or holds another value.</exception>
    public double[] Finite(string name, int rows, int columns) => Read<double>(name, rows, columns) is var values && values.All(double.IsFinite)
        ? values
        : throw Damage($"the section {name} holds values that are not finite");

    /// <summary>The text of a section.</summary>
    /// <exception cref="InvalidDataException">It is missing or no text.</exception>
    public string Text(string name) => Encoding.UTF8.GetString(Find(name, SectionType.Text).Bytes);

    /// <summary>What is wrong with the file, as an exception.</summary>
    public InvalidDataException Damage(string what) => new($"{source}: {what}. The file is damaged, or made for something else.");

    /// <summary>Bytes of a value; 0 for a type that this version does not know.</summary>
    public static int Size(SectionType type) => type switch
    {
        SectionType.Text => 1,
        SectionType.Float32 or SectionType.Int32 => 4,
        SectionType.Float64 => 8,
        _ => 0,
    };

    /// <summary>An array for the values of a section.</summary>
    public static Array ArrayOf(SectionType type, int length) => type switch
    {
        SectionType.Float32 => new float[length],
        SectionType.Float64 => new double[length],
        SectionType.Int32 => new int[length],
        _ => new byte[length],
    };

    /// <summary>The bytes of a section as they stand in a file.</summary>
    public static ReadOnlySpan<byte> InFile(Section section)
    {
        if (BitConverter.IsLittleEndian)
        {
            return section.Bytes;
        }

        byte[] bytes = section.Bytes.ToArray();
        Swap(bytes, Size(section.Type));
        return bytes;
    }

    private static SectionType TypeOf<T>() =>
        typeof(T) == typeof(float) ? SectionType.Float32
        : typeof(T) == typeof(double) ? SectionType.Float64
        : typeof(T) == typeof(int) ? SectionType.Int32
        : throw new NotSupportedException($"Sections hold float, double and int, not {typeof(T)}.");

    private Section Find(string name, SectionType type) =>
        !byName.TryGetValue(name, out Section? section) ? throw Damage($"the section {name} is missing")
        : section.Type != type ? throw Damage($"the section {name} holds {section.Type}, not {type}")
        : section;

    /// <summary>From the order of a file to that of this machine, or back.</summary>
    public static void Swap(Span<byte> bytes, int size)
    {
        if (BitConverter.IsLittleEndian || size == 1)
        {
            return;
        }

        if (size == 4)
        {
            Span<uint> words = MemoryMarshal.Cast<byte, uint>(bytes);
            BinaryPrimitives.ReverseEndianness(words, words);
        }
        else
        {
            Span<ulong> words = MemoryMarshal.Cast<byte, ulong>(bytes);
            BinaryPrimitives.ReverseEndianness(words, words);
        }
    }
}
