namespace Vicinity;

/// <summary>Tells the kind of a file by its first bytes, whatever it is called.</summary>
internal static class FileSignature
{
    /// <summary>How many bytes are looked at.</summary>
    public const int Length = 4096;

    public static ReadOnlySpan<byte> Npy => [0x93, (byte)'N', (byte)'U', (byte)'M', (byte)'P', (byte)'Y'];

    public static bool IsGzip(ReadOnlySpan<byte> head) => head.StartsWith<byte>([0x1F, 0x8B]);

    public static FileKind KindOf(ReadOnlySpan<byte> head)
    {
        if (head.StartsWith(Npy))
        {
            return FileKind.Npy;
        }

        if (head.StartsWith<byte>([0, 0]))
        {
            return FileKind.Idx;
        }

        if (head.StartsWith<byte>([(byte)'P', (byte)'K', 3, 4]))
        {
            return FileKind.Zip;
        }

        if (head.StartsWith(MtxFormat.Magic))
        {
            return FileKind.MatrixMarket;
        }

        if (LibsvmFormat.Fits(head))
        {
            return FileKind.Libsvm;
        }

        return head.Contains((byte)0) || ForeignName(head) is not null ? FileKind.Foreign : FileKind.Text;
    }

    /// <summary>The name of a well-known type that cannot be read here, or null.</summary>
    public static string? ForeignName(ReadOnlySpan<byte> head) => head switch
    {
        [0x1F, 0x8B, ..] => "a gzip file inside a gzip file",
        [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..] => "UTF-16 text (save it as UTF-8)",
        [0x89, (byte)'H', (byte)'D', (byte)'F', ..] => "HDF5",
        [(byte)'P', (byte)'A', (byte)'R', (byte)'1', ..] => "Parquet",
        [0x89, (byte)'P', (byte)'N', (byte)'G', ..] => "a PNG picture",
        _ => null,
    };
}
