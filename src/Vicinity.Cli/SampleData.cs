using System.IO.Compression;

namespace Vicinity.Cli;

/// <summary>Data that comes with the tool; SampleData/README.md says from where.</summary>
internal static class SampleData
{
    private const int Images = 1797;
    private const int Pixels = 64;

    // E. Alpaydin and C. Kaynak, 'Optical Recognition of Handwritten Digits', UCI Machine Learning Repository, 1998, doi 10.24432/C50P49.
    private const string Credit = "E. Alpaydin and C. Kaynak, Optical Recognition of Handwritten Digits, UCI Machine Learning Repository (1998), doi 10.24432/C50P49, CC BY 4.0";

    /// <summary>1,797 images of handwritten digits, 8 x 8 pixels of 0 ... 16, labeled by their class.</summary>
    public static MapInput Digits()
    {
        byte[] columns = Unpack("digits.bin.gz");
        Matrix pixels = Matrix.Create(Images, Pixels, (i, row) =>
        {
            for (int d = 0; d < row.Length; d++)
            {
                row[d] = columns[(d * Images) + i];
            }
        });
        Labels classes = Labels.From(Enumerable.Range(0, Images).Select(i => $"{columns[(Pixels * Images) + i]}"));
        return new("handwritten digits (UCI)", pixels, classes, [.. Enumerable.Range(0, Images)]) { Credit = Credit };
    }

    private static byte[] Unpack(string name)
    {
        using Stream packed = typeof(SampleData).Assembly.GetManifestResourceStream(name)!;
        using GZipStream stream = new(packed, CompressionMode.Decompress);
        byte[] values = new byte[(Pixels + 1) * Images];
        stream.ReadExactly(values);
        return values;
    }
}
