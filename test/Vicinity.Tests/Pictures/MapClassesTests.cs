using Xunit;

namespace Vicinity.Tests;

public sealed class MapClassesTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(8)]
    [InlineData(30)]
    public void Up_to_thirty_classes_have_a_line_each(int classes)
    {
        MapClasses legend = MapClasses.Of(Blobs.Labels(300, classes), 300);
        Assert.False(legend.HasOther);
        Assert.Equal(Enumerable.Range(0, classes).Select(k => $"{k}"), legend.Shown.Select(line => line.Name));
        Assert.Equal(classes, legend.Shown.Select(line => line.Color).Distinct().Count());
        Assert.Equal(300, legend.Shown.Sum(line => line.Count));
    }

    [Fact]
    public void Of_more_than_thirty_the_29_largest_have_a_line_and_the_others_share_a_grey_one()
    {
        // Class k has k + 1 points: the 29 largest of 40 are 11 ... 39, the others have 1 + 2 + ... + 11 points.
        string[] texts = [.. Enumerable.Range(0, 40).SelectMany(k => Enumerable.Repeat($"{k}", k + 1))];
        Labels labels = Labels.From(texts);
        MapClasses legend = MapClasses.Of(labels, labels.Count);
        Assert.True(legend.HasOther);
        Assert.Equal(Enumerable.Range(11, 29).Select(k => $"{k}"), legend.Shown.Take(29).Select(line => line.Name));
        Assert.Equal(new MapClass("other (11 classes)", 66, Palette.Other), legend.Shown[29]);
        Assert.All(Enumerable.Range(0, labels.Count), point =>
        {
            int line = legend.ClassOf(point);
            Assert.Equal(line < 29 ? legend.Shown[line].Name : "other (11 classes)", int.Parse(texts[point]) >= 11 ? texts[point] : "other (11 classes)");
        });
    }

    [Fact]
    public void Without_labels_there_is_one_nameless_class()
    {
        MapClasses legend = MapClasses.Of(null, 5);
        Assert.Equal([new MapClass("", 5, Palette.Single)], legend.Shown);
        Assert.Equal(0, legend.ClassOf(4));
    }

    [Fact]
    public void A_label_of_no_text_is_named()
    {
        Assert.Equal("(empty)", MapClasses.Of(Labels.From(["", "a"]), 2).Shown[0].Name);
    }
}
