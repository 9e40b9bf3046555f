using System.Text;
using Xunit;
using static Vicinity.Tests.DataBytes;

namespace Vicinity.Tests;

public sealed class GzipContentTests
{
    private static readonly byte[] Text = Encoding.ASCII.GetBytes(string.Concat(Enumerable.Range(0, 400).Select(i => $"{i},{i * i % 97}.5\n")));

    [Fact]
    public void A_file_that_is_cut_short_anywhere_is_refused_data_and_labels_alike()
    {
        byte[] packed = Gzip(Text);
        for (int length = 2; length < packed.Length; length++)
        {
            string message = Refusal(packed[..length], "data.csv.gz");
            Assert.StartsWith("data.csv.gz: the gzip data is damaged, cut short or followed by other bytes", message, StringComparison.Ordinal);
            Assert.Throws<InvalidDataException>(() => ReadLabels(packed[..length]));
        }
    }

    /// <summary>Bytes that are stored as they are would swallow anything that stands behind them.</summary>
    [Fact]
    public void A_stored_block_that_is_cut_short_is_refused()
    {
        byte[] packed = [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 255, 1, 200, 0, 55, 255, .. Enumerable.Repeat((byte)'1', 90)];
        Assert.Contains("cut short", Refusal(packed), StringComparison.Ordinal);
    }

    [Fact]
    public void A_wrong_checksum_or_length_is_refused()
    {
        byte[] packed = Gzip(Text);
        for (int i = 1; i <= 8; i++)
        {
            byte[] wrong = [.. packed];
            wrong[^i] ^= 4;
            Assert.Contains("the gzip data is damaged", Refusal(wrong), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Several_members_are_one_text_and_an_empty_last_one_is_fine()
    {
        Matrix matrix = ReadMatrix([.. Gzip("1,2\n"u8.ToArray()), .. Gzip("3,4\n"u8.ToArray()), .. Gzip([])]);
        AssertMatrix(matrix, 2, 2, 1, 2, 3, 4);
    }

    [Fact]
    public void Other_bytes_behind_the_data_are_refused() =>
        Assert.Contains("followed by other bytes", Refusal([.. Gzip(Text), 7, 7, 7]), StringComparison.Ordinal);
}
