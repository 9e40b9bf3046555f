namespace Vicinity;

/// <summary>An opened data file: unpacked if it was a gzip file, of known kind and length, read from front to back.</summary>
/// <remarks>Plain files are read in blocks; packed ones and pipes are taken into memory first, so that the length is always known.</remarks>
internal sealed class DataFile : IDisposable
{
    private readonly Stream content;

    private DataFile(string name, Stream content, FileKind kind)
    {
        Name = name;
        Kind = kind;
        this.content = content;
    }

    /// <summary>The path, as it was given: every message begins with it.</summary>
    public string Name { get; }

    public FileKind Kind { get; }

    /// <summary>Bytes not read so far.</summary>
    public long Remaining => content.Length - content.Position;

    public static DataFile Open(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        if (Directory.Exists(path))
        {
            throw new IOException($"{path} is a directory, not a file. Name a file in it.");
        }

        return From(OpenStream(path), path);
    }

    /// <summary>A data file from a stream, which belongs to it from now on.</summary>
    public static DataFile From(Stream stream, string name)
    {
        Stream content = stream.CanSeek ? stream : TakeIntoMemory(stream, name);
        try
        {
            content = FileSignature.IsGzip(Head(content)) ? GzipContent.Unpack(content, name) : content;
            byte[] head = Head(content);
            return head.Length > 0
                ? new(name, content, FileSignature.KindOf(head))
                : throw new InvalidDataException($"{name}: the file is empty; at least one row is needed.");
        }
        catch
        {
            content.Dispose();
            throw;
        }
    }

    /// <summary>Fills the span; whoever reads has looked at <see cref="Remaining"/> before.</summary>
    public void Read(Span<byte> bytes) => content.ReadExactly(bytes);

    /// <summary>The rest of the file.</summary>
    public byte[] ReadAll()
    {
        if (Remaining > Array.MaxLength)
        {
            throw Error($"it has {Remaining} bytes; a text file may have at most {Array.MaxLength}. Split it, or convert it to npy.");
        }

        byte[] bytes = GC.AllocateUninitializedArray<byte>((int)Remaining);
        Read(bytes);
        return bytes;
    }

    /// <summary>Back to the beginning.</summary>
    public void Rewind() => content.Position = 0;

    /// <summary>An exception that names the file.</summary>
    public InvalidDataException Error(string problem) => new($"{Name}: {problem}");

    /// <summary>The refusal of a file that is of no kind read here; nothing has been read from it yet.</summary>
    public InvalidDataException UnknownKind()
    {
        byte[] head = Head(content);
        string found = FileSignature.ForeignName(head) is { } foreign
            ? $"this is {foreign}"
            : $"it begins with the bytes {Convert.ToHexString(head.AsSpan(0, Math.Min(8, head.Length)))}, no known magic number, and is not text";
        return Error($"{found}. Data can be npy (which begins with 934E554D5059), npz, csv, tsv, IDX, mtx or LIBSVM, each also as .gz.");
    }

    public void Dispose() => content.Dispose();

    /// <summary>All bytes of a stream from where it stands, which is disposed of.</summary>
    internal static MemoryStream TakeIntoMemory(Stream source, string name)
    {
        using Stream owned = source;
        MemoryStream memory = new();
        byte[] block = new byte[1 << 17];
        for (int read = source.Read(block); read > 0; read = source.Read(block))
        {
            if (memory.Length + read > Array.MaxLength)
            {
                throw new InvalidDataException($"{name}: it has more than {Array.MaxLength} bytes as it is unpacked or comes from a pipe. Unpack it to a plain file first.");
            }

            memory.Write(block, 0, read);
        }

        memory.Position = 0;
        return memory;
    }

    /// <summary>A file to read, from its beginning.</summary>
    /// <exception cref="IOException">It does not exist or cannot be read; the message names it.</exception>
    public static FileStream OpenStream(string path)
    {
        try
        {
            return new(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0, FileOptions.SequentialScan);
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new FileNotFoundException($"{path} does not exist. Check the path.", path, exception);
        }
        catch (UnauthorizedAccessException exception)
        {
            throw new IOException($"{path} cannot be read: permission denied.", exception);
        }
    }

    private static byte[] Head(Stream content)
    {
        content.Position = 0;
        byte[] head = new byte[Math.Min(FileSignature.Length, content.Length)];
        content.ReadExactly(head);
        content.Position = 0;
        return head;
    }
}
