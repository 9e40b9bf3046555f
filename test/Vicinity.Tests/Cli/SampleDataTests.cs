using Vicinity.Cli;

using Xunit;

namespace Vicinity.Tests;

/// <summary>The embedded digits against the figures of the UCI test set.</summary>
public sealed class SampleDataTests
{
    private readonly MapInput digits = SampleData.Digits();

    [Fact]
    public void There_are_1797_images_of_64_pixels_from_0_to_16()
    {
        Assert.Equal((1797, 64), (digits.Table!.Rows, digits.Table.Columns));
        float[] pixels = [.. Enumerable.Range(0, 1797).SelectMany(i => digits.Table!.Row(i).ToArray())];
        Assert.Equal((0f, 16f), (pixels.Min(), pixels.Max()));
        Assert.All(pixels, pixel => Assert.Equal(MathF.Truncate(pixel), pixel));
        Assert.Equal(561_718, pixels.Sum(pixel => (long)pixel));
    }

    [Fact]
    public void The_first_image_is_the_known_zero()
    {
        Assert.Equal([0, 0, 5, 13, 9, 1, 0, 0, 0, 0, 13, 15, 10, 15, 5, 0], digits.Table!.Row(0)[..16].ToArray());
        Assert.Equal("0", digits.Labels![0]);
    }

    [Fact]
    public void Every_class_has_its_count()
    {
        int[] counts = [.. Enumerable.Range(0, 10).Select(digit => Enumerable.Range(0, 1797).Count(i => digits.Labels![i] == $"{digit}"))];
        Assert.Equal([178, 182, 177, 183, 181, 182, 181, 179, 174, 180], counts);
    }

    [Fact]
    public void The_rows_are_numbered_and_the_source_is_named()
    {
        Assert.Equal(Enumerable.Range(0, 1797), digits.RowNumbers);
        Assert.Contains("10.24432/C50P49", digits.Credit, StringComparison.Ordinal);
    }
}
