namespace Vicinity;

/// <summary>Walks over the cells of separated text.</summary>
/// <remarks>RFC 4180: quotes, doubled quotes, line ends inside quotes. LF, CRLF or CR ends a record.</remarks>
internal ref struct CsvCursor(ReadOnlySpan<byte> text, byte separator, int position = 0)
{
    private readonly ReadOnlySpan<byte> text = text;

    /// <summary>Where the next cell begins.</summary>
    public int Position { get; private set; } = position;

    /// <summary>The cell last read, without its outer quotes; doubled quotes are still doubled.</summary>
    public ReadOnlySpan<byte> Cell { get; private set; }

    /// <summary>Whether the cell last read stood in quotes.</summary>
    public bool IsQuoted { get; private set; }

    /// <summary>Whether the cell last read was the last one of its record.</summary>
    public bool EndsRecord { get; private set; }

    /// <summary>Whether the quote that opened the cell is never closed, or is followed by something else than a separator.</summary>
    public bool IsBroken { get; private set; }

    public readonly bool AtEnd => Position == text.Length;

    public void Read()
    {
        IsQuoted = Position < text.Length && text[Position] == (byte)'"';
        if (IsQuoted)
        {
            ReadQuoted();
            return;
        }

        ReadOnlySpan<byte> rest = text[Position..];
        int length = rest.IndexOfAny(separator, (byte)'\n', (byte)'\r');
        Cell = length < 0 ? rest : rest[..length];
        Position += Cell.Length;
        PassDelimiter();
    }

    /// <summary>Passes the rest of the record and counts its cells.</summary>
    public int SkipRecord()
    {
        int cells = 0;
        do
        {
            Read();
            cells++;
        }
        while (!EndsRecord);
        return cells;
    }

    private void ReadQuoted()
    {
        int start = Position + 1;
        int end = start;
        for (int step = text[end..].IndexOf((byte)'"'); ; step = text[end..].IndexOf((byte)'"'))
        {
            end = step < 0 ? text.Length : end + step;
            if (end + 1 >= text.Length || text[end + 1] != (byte)'"')
            {
                break;
            }

            end += 2;
        }

        Cell = text[start..end];
        Position = Math.Min(end + 1, text.Length);
        IsBroken |= end == text.Length || !(AtEnd || text[Position] == separator || text[Position] is (byte)'\n' or (byte)'\r');
        PassDelimiter();
    }

    private void PassDelimiter()
    {
        EndsRecord = IsBroken || AtEnd || text[Position] != separator;
        if (IsBroken)
        {
            Position = text.Length;
        }
        else if (!AtEnd)
        {
            Position += text[Position..].StartsWith("\r\n"u8) ? 2 : 1;
        }
    }
}
