using System.IO.Compression;

namespace Vicinity.Bench;

/// <summary>The 1,797 handwritten digits that the command-line tool carries, 8 x 8 pixels of 0 ... 16, and their classes.</summary>
internal static class DigitImages
{
    private const int Images = 1797;
    private const int Pixels = 64;

    public static (Matrix Rows, string[] Labels) Read()
    {
        using Stream packed = typeof(DigitImages).Assembly.GetManifestResourceStream("digits.bin.gz")!;
        using GZipStream stream = new(packed, CompressionMode.Decompress);
        byte[] columns = new byte[(Pixels + 1) * Images];
        stream.ReadExactly(columns);
        Matrix rows = Matrix.Create(Images, Pixels, (i, row) =>
        {
            for (int d = 0; d < row.Length; d++)
            {
                row[d] = columns[(d * Images) + i];
            }
        });
        return (rows, [.. Enumerable.Range(0, Images).Select(i => $"{columns[(Pixels * Images) + i]}")]);
    }
}
